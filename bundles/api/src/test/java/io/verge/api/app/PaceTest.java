package io.verge.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Ten a second of scenes that come in whatever rhythm. */
class PaceTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    /** After how many milliseconds it was due, of scenes that come after these gaps. */
    private static List<Long> due(List<Integer> gaps) {
        Pace pace = new Pace(Duration.ofMillis(100));
        List<Long> due = new ArrayList<>();
        long at = 0;
        for (int gap : gaps) {
            at += gap;
            if (pace.due(START.plusMillis(at))) {
                due.add(at);
            }
        }
        return due;
    }

    @Property(tries = 200)
    void everySceneIsTakenWhenTheyComeTenASecondWithJitter(
            @ForAll @Size(min = 2, max = 100) List<@IntRange(min = 95, max = 105) Integer> gaps) {
        assertThat(due(gaps)).hasSameSizeAs(gaps);
    }

    @Property(tries = 200)
    void theRateIsKeptWhenScenesComeMoreOften(@ForAll @Size(500) List<@IntRange(min = 5, max = 45) Integer> gaps) {
        List<Long> due = due(gaps);
        double periods = (due.get(due.size() - 1) - due.get(0)) / 100.0;
        assertThat(due.size() - 1).isBetween((int) Math.floor(periods) - 1, (int) Math.ceil(periods / 0.95));
    }

    @Property(tries = 200)
    void isNeverDueTwiceWithinAThirdOfThePeriod(
            @ForAll @Size(max = 100) List<@IntRange(min = 1, max = 400) Integer> gaps) {
        List<Long> due = due(gaps);
        for (int i = 1; i < due.size(); i++) {
            assertThat(due.get(i) - due.get(i - 1)).isGreaterThan(33);
        }
    }

    @Test
    void isExactWhenScenesComeOften() {
        assertThat(due(Collections.nCopies(100, 10)))
                .containsExactly(10L, 110L, 210L, 310L, 410L, 510L, 610L, 710L, 810L, 910L);
    }

    @Test
    void aSceneThatIsALittleOlderThanTheOneBeforeChangesNothing() {
        assertThat(due(List.of(0, 50, -5, 30, 25))).containsExactly(0L, 100L);
    }

    @Test
    void doesNotMakeUpForALongSilence() {
        assertThat(due(List.of(0, 5000, 20, 20, 20, 20, 20))).containsExactly(0L, 5000L, 5100L);
    }

    @Test
    void isDueAgainWhenTimeGoesBack() {
        Pace pace = new Pace(Duration.ofMillis(100));
        boolean unused = pace.due(START);
        assertThat(pace.due(START.minusSeconds(3600))).isTrue();
    }
}
