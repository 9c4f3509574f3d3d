package io.verge.cloud.internal.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.app.Notice;
import io.verge.api.app.NoticeRefusedException;
import io.verge.api.app.NoticeReport;
import io.verge.api.app.Notices;
import io.verge.api.cloud.Command;
import io.verge.api.cloud.Command.Answer;
import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.log.LogLine;
import io.verge.api.log.Logs;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.cloud.internal.log.LogConfig;
import io.verge.cloud.internal.log.LogService;
import io.verge.cloud.internal.twin.BoxHealth;
import io.verge.profile.Problem;
import io.verge.profile.ProfileTree;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import io.verge.testkit.Defaults;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuiltinTest {
    private final ManualClock clock = ManualClock.standing();
    private final TestNotices notices = new TestNotices();

    @Test
    void pingTellsTheTime() {
        assertThat(run(new Ping(clock), "")).isEqualTo(new Answer(200, "{\"time\":\"2026-03-01T08:00:00Z\"}"));
    }

    @Test
    void logGivesTheNewestLinesOldestFirst() {
        assertThat(run(log(500, "x"), "{\"lines\":2}").content())
                .containsSubsequence("\"number\":498", "\"number\":499")
                .doesNotContain("\"number\":497");
    }

    @Test
    void logLeavesOutTheOldestLinesThatDoNotFit() {
        Answer answer = run(log(1_000, "x".repeat(1_000)), "{\"lines\":1000}");

        assertThat(answer.content().length()).isLessThan(64 * 1024);
        assertThat(answer.content()).contains("\"number\":999").doesNotContain("\"number\":900,");
    }

    @Test
    void logGivesOnlyLinesThatAreGraveEnough() {
        assertThat(run(log(500, "x"), "{\"lines\":2,\"level\":\"WARN\"}").content())
                .containsSubsequence("\"number\":497", "\"number\":499")
                .doesNotContain("INFO");
    }

    @Test
    void logIsSentForSomeMinutes() {
        assertThat(run(log(1, "x"), "{\"minutes\":10}").content()).contains("\"until\":\"2026-03-01T08:10:00Z\"");
    }

    @Test
    void logIsNotSentLongerThanItMay() {
        assertThat(run(log(1, "x"), "{\"minutes\":61}").content()).contains("from 0 to 60");
    }

    @Test
    void logRefusesANumberOfLinesOutOfItsRange() {
        for (String request : List.of(
                "{\"lines\":0}",
                "{\"lines\":1.5}",
                "{\"lines\":\"all\"}",
                "{\"lines\":1e9}",
                "{\"level\":\"warn\"}",
                "[]")) {
            assertThat(run(log(1, "x"), request).code()).isEqualTo(400);
        }
    }

    @Test
    void aSignIsPutUpAndTakenDown() {
        PutSign put = new PutSign();
        put.notices = notices;
        DeleteSign delete = new DeleteSign();
        delete.notices = notices;

        assertThat(run(put, "{\"id\":\"hole\",\"sign\":38,\"east\":30,\"north\":2}")
                        .code())
                .isEqualTo(200);
        assertThat(notices.up).extracting(Notice::id).containsExactly("hole");
        assertThat(run(delete, "{\"id\":\"hole\"}")).isEqualTo(new Answer(200, ""));
        assertThat(run(delete, "{\"id\":\"hole\"}").code()).isEqualTo(409);
    }

    @Test
    void aSignThatIsWrongIsRefusedWithAllThatIsWrong() {
        PutSign put = new PutSign();
        put.notices = notices;

        assertThat(run(put, "{\"id\":\"hole\",\"sign\":\"x\",\"colour\":1}"))
                .isEqualTo(new Answer(
                        422, "{\"problems\":[\"sign: a whole number was expected\",\"colour is not known\"]}"));
        assertThat(run(put, "{\"sign\":38}").code()).isEqualTo(400);
        assertThat(notices.up).isEmpty();
    }

    @Test
    void withoutTheAppThereAreNoSigns() {
        assertThat(run(new PutSign(), "{\"id\":\"hole\"}").code()).isEqualTo(404);
        assertThat(run(new DeleteSign(), "{\"id\":\"hole\"}").code()).isEqualTo(404);
    }

    @Test
    void configCheckTellsWhatIsWrongAndChangesNothing() {
        CheckConfig check = new CheckConfig(new TestProfiles());

        assertThat(run(check, "{\"profile\":{\"box\":{}}}").code()).isEqualTo(200);
        assertThat(run(check, "{\"profile\":{\"apps\":{\"x\":{}}}}"))
                .isEqualTo(new Answer(422, "{\"problems\":[\"apps: not here\"]}"));
        assertThat(run(check, "{}").code()).isEqualTo(400);
    }

    @Test
    void statusShowsEachPart() {
        BoxHealth health = new BoxHealth(clock);
        new Devices(health)
                .add("radar-ne", Status.of(State.DEGRADED, clock.now(), "no-data", "no frame", "check the cable"));
        new Devices(health).add("broken", null);

        assertThat(run(new ShowStatus(health, new TestProfiles(), clock), "").content())
                .contains("\"devices.radar-ne\":{\"state\":\"DEGRADED\"")
                .contains("\"remedy\":\"check the cable\"")
                .contains("\"devices.broken\":{\"state\":\"FAILED\"")
                .contains("\"profile\":{\"state\":\"OK\"");
    }

    private static Answer run(Command command, String request) {
        return command.run(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)), percent -> {});
    }

    private static ShowLog log(int lines, String message) {
        Logs logs = (after, limit) -> IntStream.range(Math.max(0, lines - limit), lines)
                .mapToObj(i -> new LogLine(i, Instant.EPOCH, i % 2 == 0 ? "INFO" : "WARN", "io.verge", message, null))
                .toList();
        LogConfig config = Defaults.of(LogConfig.class);
        return new ShowLog(logs, new LogService(config, logs, ManualClock.standing(), new DirectStages()));
    }

    private static final class TestNotices implements Notices {
        final List<Notice> up = new ArrayList<>();

        @Override
        public List<NoticeReport> list() {
            return List.of();
        }

        @Override
        public NoticeReport put(Notice notice) {
            up.add(notice);
            return new NoticeReport(notice, "local", true);
        }

        @Override
        public void remove(String id) throws NoticeRefusedException {
            if (!up.removeIf(notice -> notice.id().equals(id))) {
                throw new NoticeRefusedException(List.of("there is no " + id));
            }
        }
    }

    private static final class TestProfiles implements Profiles {
        @Override
        public Report check(byte[] content) {
            boolean wrong = ProfileTree.read(content).containsKey("apps");
            return new Report(wrong ? List.of(new Problem(1, "apps", "not here")) : List.of(), List.of());
        }

        @Override
        public Report apply(byte[] content) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public Report reload() {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public Status status() {
            return Status.of(State.OK, Instant.EPOCH);
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }

    /** One that has no status fails when it is asked. */
    private record Devices(BoxHealth health) {
        void add(String id, @Nullable Status status) {
            health.addDevice(new Device() {
                @Override
                public String id() {
                    return id;
                }

                @Override
                public DeviceStatus status() {
                    if (status == null) {
                        throw new IllegalStateException("no");
                    }
                    return new DeviceStatus(status, null, Map.of(), Map.of());
                }
            });
        }
    }
}
