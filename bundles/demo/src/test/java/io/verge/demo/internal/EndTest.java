package io.verge.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When the demo ends, and with which exit code. */
class EndTest {
    private final DemoBox box = new DemoBox();

    @DemoConfig(seconds = 3)
    private static final class Three {}

    @DemoConfig
    private static final class UntilStopped {}

    @Test
    void endsWithZeroWhenEveryFlowWasAlive() {
        box.start(Three.class);
        box.seconds(3);
        assertThat(box.exits).containsExactly(0);
        assertThat(box.text()).endsWith("all 5 flows were alive" + System.lineSeparator());
    }

    @Test
    void doesNotEndBeforeItsTime() {
        box.start(Three.class);
        box.seconds(2);
        assertThat(box.exits).isEmpty();
    }

    @Test
    void doesNotEndTwice() {
        box.start(Three.class);
        box.seconds(5);
        assertThat(box.exits).hasSize(1);
    }

    @Test
    void stoppedBeforeItPrintsTheEndAllTheSame() {
        Demo demo = box.start(UntilStopped.class);
        box.seconds(2);
        demo.close();
        assertThat(box.text()).contains("all 5 flows were alive");
        assertThat(box.exits).isEmpty();
    }

    @Test
    void stoppedAfterTheEndItPrintsNothingMore() {
        Demo demo = box.start(Three.class);
        box.seconds(3);
        String before = box.text();
        demo.close();
        assertThat(box.text()).isEqualTo(before);
    }

    @Test
    void devicesThatWereStoppedBeforeItAreNotForgotten() {
        Demo demo = box.start(UntilStopped.class);
        box.seconds(2);
        demo.removeDevice(box.radar);
        demo.removeDevice(box.rsu);
        box.second();
        demo.close();
        assertThat(box.line("device radar-ne")).endsWith("alive");
    }
}
