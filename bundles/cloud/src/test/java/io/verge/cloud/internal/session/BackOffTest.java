package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Duration SPREAD = Duration.ofSeconds(60);
    private static final int BOXES = 2000;

    @Test
    void spreadsTheFirstTriesOfAFleetEvenly() {
        int[] inTenth = new int[10];
        for (int box = 0; box < BOXES; box++) {
            inTenth[(int) (new BackOff(new SplittableRandom(box)).next(SPREAD).toMillis() / 6000)]++;
        }

        // 200 in each are expected; the standard deviation is 13.
        for (int count : inTenth) {
            assertThat(count).isBetween(140, 260);
        }
    }

    @Test
    void doublesFromFifteenSecondsToFiveMinutesWithEqualJitter() {
        long[] steps = {15, 30, 60, 120, 240, 300, 300};
        for (int box = 0; box < 100; box++) {
            BackOff backOff = new BackOff(new SplittableRandom(box));
            backOff.next(SPREAD);
            for (long step : steps) {
                assertThat(backOff.next(SPREAD)).isBetween(Duration.ofMillis(step * 500), Duration.ofSeconds(step));
            }
        }
    }

    @Test
    void doesNotLetTwoBoxesGoInStep() {
        List<Duration> waits = new ArrayList<>();
        for (int box = 0; box < 100; box++) {
            waits.add(new BackOff(new SplittableRandom(box)).late());
        }

        assertThat(waits).doesNotHaveDuplicates();
    }

    @Test
    void beginsAnewAfterAStableSession() {
        Rig rig = new Rig().start();
        rig.port().end(-1, null);
        rig.step();
        rig.untilNext();
        rig.online();
        rig.pass(Duration.ofSeconds(61));
        rig.port().end(-1, null);
        rig.step();

        assertThat(rig.ports).hasSize(3); // at once, since the spread is nothing here
    }

    @Test
    void goesOnWhereItWasAfterASessionThatFellAtOnce() {
        Rig rig = new Rig().start();
        for (int times = 0; times < 8; times++) {
            rig.online().end(-1, null);
            rig.step();
            if (times < 7) {
                rig.untilNext();
            }
        }

        assertThat(rig.untilNext()).isGreaterThanOrEqualTo(Duration.ofSeconds(150));
    }
}
