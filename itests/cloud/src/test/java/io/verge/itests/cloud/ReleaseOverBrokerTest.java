package io.verge.itests.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.cloud.RangeException;
import io.verge.api.cloud.Ranges;
import io.verge.api.disk.Sha256;
import io.verge.authority.serve.RangeServer;
import io.verge.broker.DeskBroker;
import io.verge.clock.internal.ThreadStages;
import io.verge.mqtt.BrokerAccess;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A box gets files of a release over its own session, from the operator's server behind a real broker. */
@Timeout(120)
class ReleaseOverBrokerTest {
    private static final String FILE = "releases/targets/bundles/a.jar";
    private static final int OCTETS = 700_000;

    @TempDir
    private Path folder = Path.of("");

    private final byte[] bundle = new byte[OCTETS];
    private DeskBroker broker;
    private RangeServer server;
    private Thread thread;
    private LightBox box;

    @BeforeEach
    void start() throws Exception {
        new Random(1).nextBytes(bundle);
        Path targets = Files.createDirectories(folder.resolve("repository/targets/bundles"));
        Files.write(targets.resolve("a.jar"), bundle);
        broker = DeskBroker.start(0);
        String address = "mqtt://127.0.0.1:" + broker.port();
        RangeServer.Terms terms = new RangeServer.Terms(
                HistoryIT.TENANT, folder.resolve("repository"), "releases/", 10_000_000, 10_000_000);
        CountDownLatch connected = new CountDownLatch(1);
        server = new RangeServer(
                BrokerAccess.plain(address), terms, InstantSource.system(), line -> connected.countDown());
        thread = new Thread(this::serve, "serve");
        thread.start();
        connected.await();
        SettableClock clock = new SettableClock();
        box = new LightBox("box-1", folder.resolve("box"), address, clock, new ThreadStages(clock));
    }

    @AfterEach
    void stop() throws Exception {
        box.leave();
        server.stop();
        broker.close();
        thread.join();
    }

    private void serve() {
        try {
            server.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatTheBoxAsksForIsWhatThePublisherHas() throws Exception {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (whole.size() < OCTETS) {
            Ranges.Part part = range(FILE, whole.size(), whole.size() + Ranges.MOST);
            assertThat(part.total()).isEqualTo(OCTETS);
            assertThat(part.sha256()).isEqualTo(Sha256.of(bundle).hex());
            byte[] octets = new byte[part.content().remaining()];
            part.content().get(octets);
            whole.write(octets);
        }

        assertThat(Sha256.of(whole.toByteArray())).isEqualTo(Sha256.of(bundle));
    }

    @Test
    void aFileThatThePublisherHasNotIsRefused() throws Exception {
        Ranges.Part there = range(FILE, 0, 1);

        assertThat(there.total()).isEqualTo(OCTETS);
        assertThatThrownBy(() -> range("releases/targets/none.jar", 0, 1))
                .isInstanceOfSatisfying(RangeException.class, refused -> assertThat(refused.code())
                        .isEqualTo(404));
    }

    /** Asks until the session stands. */
    private Ranges.Part range(String path, long from, long to) throws Exception {
        while (true) {
            try {
                return box.ranges().range(path, from, to).toCompletableFuture().get(60, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RangeException refused) || refused.code() != 503) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }
}
