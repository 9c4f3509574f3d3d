package io.verge.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.AirReport;
import io.verge.api.message.MessageKind;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is alive and what is dead at the end. */
class VerdictTest {
    private final DemoBox box = new DemoBox();

    @DemoConfig(seconds = 3)
    private static final class Three {}

    @DemoConfig(seconds = 3, quiet = "signal-phase")
    private static final class ThreeQuiet {}

    @DemoConfig(seconds = 90, quiet = "signal-phase")
    private static final class NinetyQuiet {}

    @Test
    void aDeviceThatIsNotOkAtTheEndIsDead() {
        box.start(Three.class);
        box.radar.status = Status.of(State.DEGRADED, box.clock.now(), "no-data", "no frame", "check");
        box.seconds(3);
        assertThat(box.exits).containsExactly(1);
        assertThat(box.line("device radar-ne")).endsWith("DEAD");
    }

    @Test
    void aDeviceWithoutAFrameIsDead() {
        box.start(Three.class);
        box.radar.perSecond = 0;
        box.seconds(3);
        assertThat(box.line("device radar-ne")).contains("0 frames, OK").endsWith("DEAD");
    }

    @Test
    void aRadioIsJudgedByWhatItSent() {
        box.start(Three.class);
        box.seconds(3);
        assertThat(box.line("device rsu")).contains("30 sent, OK").endsWith("alive");
    }

    @Test
    void anAppThatAnnouncedNothingIsDead() {
        box.start(Three.class);
        box.app.put("announcements", -10_000L);
        box.seconds(3);
        assertThat(box.line("app signal-phase")).endsWith("DEAD");
    }

    @Test
    void anAppThatHasNoWordsForWhatItAnnouncesIsAlive() {
        box.start(Three.class);
        box.app.put("announcements", -30L);
        box.app.put("unspeakable", 1_020L);
        box.seconds(3);
        assertThat(box.line("app signal-phase"))
                .contains("1020 that the message set cannot say")
                .endsWith("alive");
    }

    @Test
    void anAppThatMayBeQuietIsAliveWhenItLooks() {
        box.start(ThreeQuiet.class);
        box.app.put("announcements", -10_000L);
        box.app.put("scenes", 30L);
        box.seconds(3);
        assertThat(box.line("app signal-phase")).endsWith("alive");
    }

    @Test
    void anAppThatMayBeQuietIsDeadAfterNinetySeconds() {
        box.start(NinetyQuiet.class);
        box.app.put("announcements", -10_000L);
        box.app.put("scenes", 30L);
        box.seconds(90);
        assertThat(box.line("app signal-phase")).endsWith("DEAD");
    }

    @Test
    void aKindThatTheRadioCouldNotDecodeIsDead() {
        box.start(Three.class);
        box.simulator.counters.put("undecodable.SPAT", 1L);
        box.seconds(3);
        assertThat(box.line("message SPAT")).endsWith("DEAD");
    }

    @Test
    void aKindOfWhichAllWereStoppedIsDead() {
        box.start(Three.class);
        box.air.add(new AirReport(MessageKind.RSM, 0, 0, null, Map.of("clock", 7L), "clock error of 80 ms"));
        box.seconds(3);
        assertThat(box.line("message RSM")).contains("0 sent, 7 stopped").endsWith("DEAD");
    }

    @Test
    void withoutAnyMessageThatFlowIsDead() {
        Demo demo = box.demo(Three.class);
        demo.addDevice(box.radar);
        box.seconds(3);
        assertThat(List.of(box.line("app -"), box.line("message -"))).allMatch(line -> line.endsWith("DEAD"));
    }

    @Test
    void theEndHasTheLatencyOfEachHop() {
        box.start(Three.class);
        box.seconds(3);
        assertThat(box.line("latency fused")).contains("p50 1.00 ms, p99 2.00 ms, greatest 3.00 ms of 50");
    }
}
