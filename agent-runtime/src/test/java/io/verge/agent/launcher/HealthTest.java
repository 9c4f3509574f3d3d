package io.verge.agent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.agent.launcher.Health.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthTest {
    private static final int STEADY = 4;
    private static final int LIMIT = 20;
    private static final List<String> NONE = List.of();
    private static final List<String> RADAR = List.of("radar");

    private final Health trial = new Health(false, STEADY, LIMIT);
    private final Health proven = new Health(true, STEADY, LIMIT);

    /** The last verdict of so many equal looks; all before it are WAITING. */
    private static Verdict looks(Health health, int number, boolean atLastLevel, List<String> inactive) {
        for (int i = 1; i < number; i++) {
            assertThat(health.look(atLastLevel, inactive)).isEqualTo(Verdict.WAITING);
        }
        return health.look(atLastLevel, inactive);
    }

    @Test
    void isHealthyWhenAllHasBeenActiveLongEnough() {
        assertThat(looks(trial, STEADY, true, NONE)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void hasFailedWhenTheSameBundleStaysInactive() {
        assertThat(looks(trial, STEADY, true, RADAR)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void waitsForABundleThatBecomesActiveLater() {
        looks(trial, STEADY - 1, true, RADAR);

        assertThat(looks(trial, STEADY, true, NONE)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void waitsAgainWhenABundleGoes() {
        looks(trial, STEADY - 1, true, NONE);
        looks(trial, STEADY - 1, true, RADAR);

        assertThat(looks(trial, STEADY, true, NONE)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void hasFailedWhenItDoesNotReachItsLastLevel() {
        assertThat(looks(trial, LIMIT, false, RADAR)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aProvenSetIsHealthyWithoutABundleThatDoesNotStartToday() {
        assertThat(looks(proven, STEADY, true, RADAR)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void aProvenSetIsNeverGivenUpWhileItRuns() {
        assertThat(looks(proven, 10 * LIMIT, false, RADAR)).isEqualTo(Verdict.WAITING);
    }

    @Test
    void aProvenSetThatDoesNotReachItsLastLevelIsNotHealthy() {
        looks(proven, LIMIT, false, NONE);

        assertThat(looks(proven, STEADY, true, NONE)).isEqualTo(Verdict.HEALTHY);
    }
}
