package io.verge.probe.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.ContactChange;
import io.verge.api.observation.Observation;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Stamps;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Instant TIME = Instant.parse("2026-03-01T08:00:00Z");
    private static final String LINE =
            "{\"kind\":\"contact\",\"device\":\"probe\",\"sensedAt\":\"2026-03-01T08:00:00Z\",\"contact\":\"door\","
                    + "\"active\":true}";

    private final ManualClock clock = ManualClock.standing();
    private final DirectStages stages = new DirectStages();
    private final List<Integer> exits = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TestDevice device = new TestDevice();

    private static final class TestDevice implements Device {
        State state = State.STARTING;

        @Nullable
        Instant lastFrame;

        @Override
        public String id() {
            return "probe";
        }

        @Override
        public DeviceStatus status() {
            boolean fine = Set.of(State.STARTING, State.OK, State.FINISHED).contains(state);
            Status status =
                    fine ? Status.of(state, TIME) : Status.of(state, TIME, "lost", "the port is gone", "plug it in");
            return new DeviceStatus(status, lastFrame, Map.of("frames", lastFrame == null ? 0L : 1L), Map.of());
        }

        void is(State now) {
            state = now;
        }

        void hasSpoken(State now) {
            lastFrame = TIME;
            state = now;
        }
    }

    private static ProbeConfig seconds(double seconds) {
        return (ProbeConfig) Proxy.newProxyInstance(
                ProbeConfig.class.getClassLoader(),
                new Class<?>[] {ProbeConfig.class},
                (proxy, method, arguments) -> seconds);
    }

    private Probe probe(double seconds) {
        return probe(seconds, out);
    }

    private Probe probe(double seconds, OutputStream to) {
        Probe probe = new Probe(seconds(seconds), stages, clock, exits::add, to);
        probe.setDevice(device);
        return probe;
    }

    private static Observation door() {
        return new ContactChange("probe", TIME, Stamps.NONE, "door", true);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void printsEachObservationAsOneLine() {
        Probe probe = probe(0);
        probe.observed(door());
        probe.observed(door());
        stages.tick();

        assertThat(lines()).containsExactly(LINE, LINE);
    }

    @Test
    void isNotOverWhileTheDeviceWorksOrIsTrying() {
        probe(0);
        for (State state : List.of(State.STARTING, State.OK, State.DEGRADED)) {
            device.is(state);
            clock.advance(Duration.ofHours(1));
            stages.tick();
        }

        assertThat(exits).isEmpty();
    }

    @Test
    void endsWellWhenTheFileHasEnded() {
        Probe probe = probe(0);
        probe.observed(door());
        device.hasSpoken(State.FINISHED);
        stages.tick();

        assertThat(lines()).containsExactly(LINE, "{\"counters\":{\"frames\":1}}");
        assertThat(exits).containsExactly(0);
    }

    @Test
    void aFileWithoutAFrameIsAFailure() {
        probe(0);
        device.is(State.FINISHED);
        stages.tick();

        assertThat(lines()).containsExactly("{\"counters\":{\"frames\":0}}");
        assertThat(exits).containsExactly(1);
    }

    @Test
    void aDeviceThatHasFailedEndsItWithTheReason() {
        probe(0);
        device.hasSpoken(State.FAILED);
        stages.tick();

        assertThat(lines())
                .containsExactly("{\"counters\":{\"frames\":1},\"state\":\"FAILED\",\"cause\":\"the port is gone\","
                        + "\"remedy\":\"plug it in\"}");
        assertThat(exits).containsExactly(1);
    }

    @Test
    void aDeviceInQuarantineEndsItToo() {
        probe(0);
        device.is(State.QUARANTINED);
        stages.tick();

        assertThat(exits).containsExactly(1);
    }

    @Test
    void endsWhenItsTimeIsOver() {
        probe(2.5);
        device.hasSpoken(State.OK);
        clock.advance(Duration.ofMillis(2_499));
        stages.tick();
        assertThat(exits).isEmpty();

        clock.advance(Duration.ofMillis(1));
        stages.tick();
        assertThat(exits).containsExactly(0);
        assertThat(lines()).containsExactly("{\"counters\":{\"frames\":1}}");
    }

    @Test
    void aDeviceThatHasNotSpokenInTimeIsAFailure() {
        probe(1);
        device.is(State.DEGRADED);
        clock.advance(Duration.ofSeconds(1));
        stages.tick();

        assertThat(exits).containsExactly(1);
        assertThat(lines()).singleElement().asString().contains("\"cause\":\"the port is gone\"");
    }

    @Test
    void aTimeLongerThanAnybodyLivesIsNotOverAtOnce() {
        probe(1e300);
        device.hasSpoken(State.OK);
        clock.advance(Duration.ofDays(1));
        stages.tick();

        assertThat(exits).isEmpty();
    }

    @Test
    void endsWhenNoDriverComes() {
        Probe probe = new Probe(seconds(0), stages, clock, exits::add, out);
        probe.unsetDevice(device); // one that it does not have
        clock.advance(Duration.ofSeconds(29));
        stages.tick();
        assertThat(exits).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        stages.tick();
        assertThat(exits).containsExactly(1);
    }

    @Test
    void printsTheCountersAlsoWhenTheDriverWentFirst() {
        Probe probe = probe(0);
        device.hasSpoken(State.OK);
        probe.unsetDevice(device);
        probe.close();

        assertThat(lines()).containsExactly("{\"counters\":{\"frames\":1}}");
    }

    @Test
    void aDriverThatWasReplacedIsNotAskedAnyMore() {
        Probe probe = probe(0);
        device.is(State.FAILED);
        TestDevice next = new TestDevice();
        probe.setDevice(next);
        probe.unsetDevice(device);
        stages.tick();

        assertThat(exits).isEmpty();
    }

    @Test
    void tellsItsEndOnce() {
        Probe probe = probe(0);
        device.hasSpoken(State.FINISHED);
        stages.tick();
        stages.tick();
        probe.close();

        assertThat(lines()).containsExactly("{\"counters\":{\"frames\":1}}");
        assertThat(exits).containsExactly(0);
    }

    @Test
    void printsTheCountersWhenToldToStop() {
        Probe probe = probe(0);
        probe.observed(door());
        device.hasSpoken(State.OK);
        probe.close();

        assertThat(lines()).containsExactly(LINE, "{\"counters\":{\"frames\":1}}");
        assertThat(exits).isEmpty();
    }

    @Test
    void nothingFollowsTheCounters() {
        Probe probe = probe(0);
        probe.close();
        probe.observed(door());

        assertThat(lines()).containsExactly("{\"counters\":{\"frames\":0}}");
    }

    @Test
    void endsWhenNobodyReadsAnyMore() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Probe probe = probe(0, gone);
        probe.observed(door());
        stages.tick();
        stages.tick();

        assertThat(exits).containsExactly(1);
    }
}
