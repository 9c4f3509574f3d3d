package io.verge.diagnostics.internal;

import io.verge.api.air.AirReport;
import io.verge.api.air.Gate;
import io.verge.api.announcement.Announcement;
import io.verge.api.app.AppReport;
import io.verge.api.app.Apps;
import io.verge.api.app.Notice;
import io.verge.api.app.NoticeRefusedException;
import io.verge.api.app.NoticeReport;
import io.verge.api.app.Notices;
import io.verge.api.audit.Act;
import io.verge.api.audit.Audit;
import io.verge.api.audit.AuditEntry;
import io.verge.api.audit.AuditReport;
import io.verge.api.bundle.BundleGenerations;
import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.BundleReport;
import io.verge.api.bundle.Bundles;
import io.verge.api.bundle.GenerationReport;
import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.log.LogLine;
import io.verge.api.log.Logs;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.scene.Scene;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Latency;
import io.verge.api.time.LatencyReport;
import io.verge.api.time.Stamps;
import io.verge.profile.Problem;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parts of an agent, as a test wants them. */
final class Fakes {
    static final Instant TIME = Instant.parse("2026-03-01T08:00:00Z");

    private Fakes() {}

    static Status ok() {
        return Status.of(State.OK, TIME);
    }

    static Scene scene(int second) {
        ClockQuality clock = new ClockQuality(ClockQuality.Source.NTP, Duration.ofMillis(3));
        return new Scene(TIME.plusSeconds(second), clock, List.of(), Map.of(), Set.of(), List.of(), Stamps.NONE);
    }

    static V2xFrame frame() {
        return new V2xFrame(
                "csae", MessageKind.RSM, 112, ByteBuffer.wrap(new byte[] {0x0a, (byte) 0xff}), TIME, Stamps.NONE);
    }

    /** Answers each method with the value of its name; null where there is none. */
    static <T> T proxy(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    static final class TestDevice implements Device {
        private final String id;
        volatile Status status;
        volatile long frames;
        volatile boolean broken;

        TestDevice(String id, Status status) {
            this.id = id;
            this.status = status;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public DeviceStatus status() {
            if (broken) {
                throw new IllegalStateException("a defect");
            }
            return new DeviceStatus(status, TIME, Map.of("frames", frames), Map.of());
        }
    }

    static final class TestApps implements Apps {
        final List<AppReport> reports = new ArrayList<>();

        void add(String name, Status status) {
            reports.add(new AppReport(name, status, null, Map.of("scenes", 1L)));
        }

        @Override
        public List<AppReport> apps() {
            return reports;
        }
    }

    static final class TestGate implements Gate {
        @Override
        public void offer(Announcement cause, List<V2xFrame> frames) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public List<AirReport> reports() {
            return List.of(new AirReport(MessageKind.SPAT, 5, 500, TIME, Map.of(), null));
        }
    }

    /** Knows one bundle; says what it was asked to do. */
    static final class TestBundles implements Bundles {
        static final BundleReport RADAR =
                new BundleReport("io.verge.driver.radar", "1.0.0", "active", true, "shipped", "");
        final List<String> done = new ArrayList<>();
        byte[] jar = {};
        String named = RADAR.name();

        @Nullable
        String refusal;

        private BundleReport note(String what) throws BundleRefusedException {
            String why = refusal;
            if (why != null) {
                throw new BundleRefusedException(why);
            }
            done.add(what);
            return RADAR;
        }

        @Override
        public List<BundleReport> list() {
            return List.of(RADAR);
        }

        @Override
        public BundleReport install(ByteBuffer octets, Predicate<String> names) throws BundleRefusedException {
            if (!names.test(named)) {
                throw new BundleRefusedException(named + " is not theirs");
            }
            jar = new byte[octets.remaining()];
            octets.duplicate().get(jar);
            return note("install " + jar.length);
        }

        @Override
        public BundleReport installBeside(ByteBuffer octets, Predicate<String> names) throws BundleRefusedException {
            if (!names.test(named)) {
                throw new BundleRefusedException(named + " is not theirs");
            }
            return note("install beside " + octets.remaining());
        }

        @Override
        public BundleReport promote(String name) throws BundleRefusedException {
            return note("promote " + name);
        }

        @Override
        public void uninstall(String name) throws BundleRefusedException {
            BundleReport unused = note("uninstall " + name);
        }

        @Override
        public BundleReport start(String name) throws BundleRefusedException {
            return note("start " + name);
        }

        @Override
        public BundleReport stop(String name) throws BundleRefusedException {
            return note("stop " + name);
        }
    }

    /** Keeps what it is told. */
    static final class TestAudit implements Audit {
        private final List<Act> acts = new CopyOnWriteArrayList<>();
        final AtomicInteger verified = new AtomicInteger();

        /** All of them, as lines; waits for so many, since an answer may be there before the trail is told. */
        synchronized List<String> lines(int count) {
            try {
                while (acts.size() < count) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw new AssertionError("only " + acts, e);
            }
            return lines();
        }

        /** Those that are there, as lines. */
        List<String> lines() {
            return acts.stream()
                    .map(act -> String.join(" ", act.who(), act.role(), act.what(), act.object(), act.outcome())
                            + (act.detail().isEmpty() ? "" : " (" + act.detail() + ")"))
                    .toList();
        }

        @Override
        public synchronized void note(Act act) {
            acts.add(act);
            notifyAll();
        }

        @Override
        public List<AuditEntry> last(int most) {
            List<AuditEntry> entries = new ArrayList<>();
            for (int i = acts.size(); i > 0 && entries.size() < most; i--) {
                entries.add(new AuditEntry(i, TIME, acts.get(i - 1), "ab".repeat(32)));
            }
            return entries;
        }

        @Override
        public AuditReport report() {
            return new AuditReport(ok(), acts.size(), "ab".repeat(32), 0, null);
        }

        @Override
        public AuditReport verify() {
            verified.incrementAndGet();
            return report();
        }
    }

    static final class TestProfiles implements Profiles {
        final List<String> done = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();
        final List<Problem> notes = new ArrayList<>();
        String text = "box: {id: test}\n";
        String held = "";

        private Report note(String what, byte[] content) {
            done.add(what + " " + new String(content, StandardCharsets.UTF_8));
            return new Report(
                    problems,
                    problems.isEmpty() ? List.of(new Report.Change(Report.Kind.UPDATED, "io.verge.gate")) : List.of(),
                    notes);
        }

        @Override
        public Optional<String> held() {
            return held.isEmpty() ? Optional.empty() : Optional.of(held);
        }

        @Override
        public Report check(byte[] content) {
            return note("check", content);
        }

        @Override
        public Report apply(byte[] content) {
            return note("apply", content);
        }

        @Override
        public Report reload() {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public Status status() {
            return ok();
        }

        @Override
        public List<Problem> problems() {
            return problems;
        }
    }

    /** Keeps what is put up, but for what it is told to refuse. */
    static final class TestNotices implements Notices {
        final List<Notice> notices = new ArrayList<>();
        List<String> refusal = List.of();

        private void check() throws NoticeRefusedException {
            if (!refusal.isEmpty()) {
                throw new NoticeRefusedException(refusal);
            }
        }

        @Override
        public List<NoticeReport> list() {
            return notices.stream().map(TestNotices::report).toList();
        }

        @Override
        public NoticeReport put(Notice notice) throws NoticeRefusedException {
            check();
            notices.add(notice);
            return report(notice);
        }

        @Override
        public void remove(String id) throws NoticeRefusedException {
            check();
            notices.removeIf(notice -> notice.id().equals(id));
        }

        private static NoticeReport report(Notice notice) {
            return new NoticeReport(notice, "local", true);
        }
    }

    static final class TestGenerations implements BundleGenerations {
        Status status = ok();

        @Override
        public Status status() {
            return status;
        }

        @Override
        public int running() {
            return 7;
        }

        @Override
        public List<GenerationReport> list() {
            Instant made = Instant.parse("2026-03-01T08:00:00Z");
            return List.of(
                    new GenerationReport(0, "", Instant.EPOCH, "", false, false, true, 0),
                    new GenerationReport(7, "2026.12.1", made, "a test", true, true, false, 1234));
        }
    }

    static final class TestLogs implements Logs {
        final List<LogLine> lines = new ArrayList<>();

        void add(String message) {
            lines.add(new LogLine(lines.size(), TIME, "WARN", "io.verge.gate", message, null));
        }

        @Override
        public List<LogLine> since(long after, int limit) {
            return lines.stream().filter(line -> line.number() > after).toList();
        }
    }

    static final class TestLatency implements Latency {
        @Override
        public void record(String hop, long nanos) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public List<LatencyReport> reports() {
            return List.of(new LatencyReport("fused", 3, 1_000_000, 2_000_000, 3_000_000));
        }
    }
}
