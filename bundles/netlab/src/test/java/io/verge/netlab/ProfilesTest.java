package io.verge.netlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The profiles do what the traces say that they are fitted to; means over many hours. */
class ProfilesTest {
    private static final long MILLI = 1_000_000;
    private static final int HOURS = 50;

    /** Lengths of the outages of 50 hours, in seconds. */
    private static List<Double> outages(String profile) {
        Link link = new Network(Profiles.named(profile).orElseThrow(), 7).up();
        List<Double> lengths = new ArrayList<>();
        long end = Duration.ofHours(HOURS).toNanos();
        for (long now = 0; now < end; now += 50 * MILLI) {
            long clear = link.clear(now);
            if (clear > now) {
                lengths.add((clear - now + 25 * MILLI) / 1e9);
                now = clear;
            }
        }
        return lengths;
    }

    private static double perThousandSeconds(List<Double> outages, double atLeast) {
        return outages.stream().filter(length -> length >= atLeast).count() * 1_000.0 / (HOURS * 3_600);
    }

    @Test
    void theirNamesAreN0ToN10() {
        assertThat(Profiles.all())
                .extracting(Profile::name)
                .hasSize(11)
                .startsWith("N0")
                .endsWith("N10");
        assertThat(Profiles.named("n3")).isPresent();
        assertThat(Profiles.named("N11")).isEmpty();
    }

    @Test
    void rushHourHasEightGapsInTwoMinutesAndNoneOfFiveSeconds() {
        List<Double> outages = outages("N2");
        assertThat(perThousandSeconds(outages, 1)).isCloseTo(8 / .12, within(8.0));
        assertThat(outages).allMatch(length -> length < 4.2);
    }

    @Test
    void ruralHasEighteenGapsInAThousandSecondsAndOneThatIsLong() {
        List<Double> outages = outages("N3");
        assertThat(perThousandSeconds(outages, 1)).isCloseTo(18, within(2.0));
        assertThat(perThousandSeconds(outages, 10)).isBetween(.3, 1.2);
        assertThat(outages).anyMatch(length -> length > 78).allMatch(length -> length < 78.4);
    }

    @Test
    void theWorstCellHasFortyFourGapsFourOfThemLong() {
        List<Double> outages = outages("N4");
        assertThat(perThousandSeconds(outages, 1)).isCloseTo(44 / 1.06, within(5.0));
        assertThat(perThousandSeconds(outages, 5)).isCloseTo(4 / 1.06, within(2.0));
        assertThat(outages).allMatch(length -> length < 11.7);
    }

    @Test
    void theWorstCellLosesThirtyPercent() {
        assertThat(Profiles.named("N4").orElseThrow().up().loss().mean()).isCloseTo(.3, within(.001));
    }

    @Test
    void offlineMeansThreeDays() {
        Link link = new Network(Profiles.named("N8").orElseThrow(), 1).up();
        assertThat(link.clear(0)).isGreaterThanOrEqualTo(Duration.ofDays(3).toNanos());
    }
}
