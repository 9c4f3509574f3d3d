package io.verge.cloud.internal.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verge.api.cloud.IdentityReport;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.Pem;
import io.verge.cloud.internal.keys.Subject;
import io.verge.cloud.internal.keys.TestAuthority;
import io.verge.cloud.internal.mqtt.TlsSettings;
import io.verge.cloud.internal.session.Credentials;
import io.verge.json.tree.JsonTree;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A box whose files, time, session and authority belong to the test. Its certificate lasts ninety days. */
final class IdentityBox implements Credentials, Renewer.Surroundings {
    static final Path FOLDER = Path.of("/etc/verge/identity");
    static final Path IDENTITY = FOLDER.resolve("identity.p12");
    static final Path NEXT = FOLDER.resolve("next.p12");
    static final Path PREVIOUS = FOLDER.resolve("previous.p12");
    static final Path PASSWORD = FOLDER.resolve("identity.password");
    static final Path TRUST = Path.of("/etc/verge/trust/ca.pem");
    static final TlsSettings TLS = new TlsSettings(IDENTITY, PASSWORD, TRUST);
    static final String BOX = "CN=box-17,O=wuhan";
    static final Duration LIFE = Duration.ofDays(90);

    final ManualClock clock = ManualClock.standing();
    final FaultyDisk disk;
    final TestAuthority authority = new TestAuthority("authority", clock.now());
    final Instant end;
    /** Petitions, the newest last. */
    final List<Asked> asked = new ArrayList<>();

    final List<String> notes = new ArrayList<>();
    final List<Subject> names = new ArrayList<>();
    final Map<String, Long> counters = new LinkedHashMap<>();
    boolean stands = true;
    boolean renews = true;
    String named = "box-17";
    long connection = 1;
    long refusals;
    int changes;

    private Renewer renewer;
    private @Nullable Status trouble;
    private @Nullable IdentityReport report;

    /** What the authority was asked. */
    record Asked(String id, Identity present, Identity waiting, Duration expiry) {}

    IdentityBox(String subject, long seed) {
        disk = new FaultyDisk(new Random(seed));
        end = clock.now().plus(LIFE);
        disk.plant(PASSWORD, "secret\n".getBytes(UTF_8));
        disk.plant(TRUST, authority.pem().getBytes(UTF_8));
        install(authority.identity(subject, clock.now(), end));
        renewer = started();
    }

    IdentityBox() {
        this(BOX, 1);
    }

    /** One from the factory. */
    static IdentityBox claimed() {
        IdentityBox box = new IdentityBox("CN=claim-0017,O=wuhan", 1);
        box.named = "unset";
        return box;
    }

    private Renewer started() {
        return new Renewer(clock, new Random(7), disk, this, this);
    }

    /** A person puts this into the file. */
    void install(Identity identity) {
        disk.plant(IDENTITY, identity.write("secret".toCharArray()));
    }

    /** The process ends and another begins. */
    void restart() {
        disk.restart();
        renewer = started();
    }

    IdentityBox later(Duration time) {
        clock.advance(time);
        return this;
    }

    /** So late that it is asked, and for so long that it must have been. */
    IdentityBox due() {
        later(LIFE.dividedBy(3).multipliedBy(2)).tick();
        return later(Asking.SPREAD).tick();
    }

    IdentityBox tick() {
        renewer.tick();
        return this;
    }

    /** A session stands that was dialled just now. */
    void redialled() {
        connection++;
        tick();
    }

    /** The broker does not take the box. */
    void refused(int times) {
        for (int i = 0; i < times; i++) {
            stands = false;
            connection++;
            refusals++;
            tick();
        }
    }

    Asked last() {
        return asked.get(asked.size() - 1);
    }

    /** The authority gives the box what it asked for last. */
    void grant(Duration life) {
        grant(last().present().certificate().getSubjectX500Principal().getName(), life);
    }

    void grant(String subject, Duration life) {
        grant(authority.issue(
                subject,
                last().waiting().certificate().getPublicKey(),
                clock.now().minus(Duration.ofDays(1)),
                clock.now().plus(life)));
    }

    void grant(List<X509Certificate> chain) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", last().id());
        answer.put("certificates", Pem.certificates(chain));
        say(JsonTree.write(answer));
    }

    void refuse(String id, String why) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("code", 403);
        answer.put("why", why);
        say(JsonTree.write(answer));
    }

    void say(String answer) {
        renewer.take(ByteBuffer.wrap(answer.getBytes(UTF_8)));
    }

    Identity present() {
        return open(IDENTITY);
    }

    Identity open(Path file) {
        try {
            return Identity.read(disk, file, PASSWORD);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String state() {
        IdentityReport shown = report;
        return shown == null ? "" : shown.state();
    }

    String code() {
        Status shown = trouble;
        return shown == null || shown.trouble() == null
                ? ""
                : shown.state() + " " + shown.trouble().code();
    }

    String cause() {
        Status shown = trouble;
        Trouble why = shown == null ? null : shown.trouble();
        return why == null ? "" : why.cause();
    }

    Map<String, Long> counters() {
        renewer.count(counters);
        return counters;
    }

    @Override
    public Optional<Terms> terms() {
        return Optional.of(new Terms(named, TLS, renews));
    }

    @Override
    public Instant time() {
        return clock.now();
    }

    @Override
    public Standing standing() {
        return new Standing(connection, stands, refusals);
    }

    @Override
    public void changed() {
        changes++;
    }

    @Override
    public void tell(@Nullable Status told, @Nullable IdentityReport shown) {
        trouble = told;
        report = shown;
    }

    @Override
    public boolean ask(String id, Identity present, Identity waiting, Duration expiry) {
        return asked.add(new Asked(id, present, waiting, expiry));
    }

    @Override
    public void note(String what, String box, String outcome, String detail) {
        notes.add(what + " " + box + " " + outcome);
    }

    @Override
    public void name(Subject subject) {
        names.add(subject);
        named = subject.box();
    }
}
