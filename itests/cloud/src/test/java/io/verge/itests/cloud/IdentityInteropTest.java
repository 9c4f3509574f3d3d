package io.verge.itests.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.LocalDisk;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.Subject;
import io.verge.authority.renewal.Issued;
import io.verge.authority.renewal.RenewalDesk;
import io.verge.authority.renewal.Roster;
import io.verge.authority.serve.IdentityServer;
import io.verge.clock.internal.ThreadStages;
import io.verge.cloud.internal.identity.IdentityService;
import io.verge.cloud.internal.identity.LightIdentity;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.session.CloudSession;
import io.verge.cloud.internal.session.LightSession;
import io.verge.mqtt.BrokerAccess;
import io.verge.outbox.internal.LightOutbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A box, the operator's authority and a broker that others wrote, which lets nobody in without a certificate. */
@Tag("interop")
@Timeout(180)
class IdentityInteropTest {
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private City city;
    private String address = "";

    @BeforeEach
    void start() throws Exception {
        folder = folder.toRealPath();
        city = new City(folder);
        Mosquitto broker = city.broker();
        open.add(broker);
        broker.start();
        address = "mqtts://localhost:" + broker.port();
        serve();
    }

    @AfterEach
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private void serve() throws Exception {
        Path boxes = Files.writeString(folder.resolve("boxes.csv"), "serial,box\n0017,box-17\n,box-18\n");
        RenewalDesk desk = new RenewalDesk(
                city.authority(),
                new Roster(new LocalDisk(), folder.resolve("blocked.csv"), boxes),
                new Issued(new LocalDisk(), folder.resolve("issued")),
                line -> {});
        Path own = city.identity(new Subject("identity", "", ""), Purpose.SERVICE, Duration.ofDays(1));
        BrokerAccess access =
                new BrokerAccess(address, null, null, own, city.password(), city.trust(), Duration.ofSeconds(10));
        CountDownLatch connected = new CountDownLatch(1);
        IdentityServer server =
                new IdentityServer(access, City.TENANT, desk, InstantSource.system(), line -> connected.countDown());
        Thread thread = new Thread(() -> run(server), "identities");
        thread.start();
        open.add(() -> {
            server.stop();
            thread.join();
        });
        connected.await();
    }

    private static void run(IdentityServer server) {
        try {
            server.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CloudSession box(Path identity, String name) throws Exception {
        Path state = Files.createDirectories(folder.resolve("state"));
        SettableClock clock = new SettableClock();
        ThreadStages stages = new ThreadStages(clock);
        FileProfiles profiles = new FileProfiles(folder.resolve("profile.yaml"), "box: {id: " + name + "} # here\n");
        IdentityService service = LightIdentity.start(profiles, clock, stages);
        CloudSession session = LightSession.start(
                new PlainSite(City.TENANT, name),
                Contexts.of(state),
                clock,
                new LightOutbox(state, clock, stages).outbox(),
                List.of(service),
                "broker",
                address,
                "consumer",
                "",
                "identity",
                identity.toString(),
                "identityPassword",
                "file:" + city.password(),
                "trust",
                city.trust().toString());
        LightIdentity.connect(service, session);
        open.add(() -> {
            LightIdentity.stop(service);
            LightSession.stop(session);
        });
        return session;
    }

    private X509Certificate shown(Path identity) throws Exception {
        return Identity.read(new LocalDisk(), identity, city.password()).certificate();
    }

    private static void await(BooleanSupplier so) throws InterruptedException {
        while (!so.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Test
    void aBoxWhoseCertificateEndsSoonHasASessionByTheNext() throws Exception {
        Path identity = city.identity(
                new Subject("box-18", City.TENANT, ""),
                Purpose.BOX,
                Duration.ofHours(6),
                Instant.now().minus(Duration.ofHours(5)));
        X509Certificate before = shown(identity);
        CloudSession session = box(identity, "box-18");

        await(() -> session.report().counters().getOrDefault("identityRenewed", 0L) > 0);
        await(() -> session.report().connected() != null && !Files.exists(identity.resolveSibling("previous.p12")));

        X509Certificate after = shown(identity);
        assertThat(after.getNotAfter()).isAfter(before.getNotAfter());
        assertThat(after.getPublicKey()).isNotEqualTo(before.getPublicKey());
        assertThat(after.getSubjectX500Principal()).isEqualTo(before.getSubjectX500Principal());
        assertThat(session.report().client()).isEqualTo("wuhan.box-18");
    }

    @Test
    void aBoxFromTheFactoryGetsItsNameAndASessionByIt() throws Exception {
        Path identity = city.identity(new Subject("claim-0017", City.TENANT, ""), Purpose.CLAIM, Duration.ofDays(3));
        CloudSession session = box(identity, "unset");

        await(() -> session.report().client().equals("wuhan.box-17")
                && session.report().connected() != null);

        assertThat(shown(identity).getSubjectX500Principal().getName()).isEqualTo("CN=box-17,O=wuhan");
        await(() -> profile().contains("box-17"));
        assertThat(profile()).isEqualTo("box: {id: box-17, tenant: wuhan} # here\n");
    }

    private String profile() {
        try {
            return Files.readString(folder.resolve("profile.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
