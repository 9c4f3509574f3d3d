package io.verge.netlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.netlab.Passage.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    /** 8,000 bit/s: a millisecond an octet. */
    private static final Direction SLOW =
            new Direction(8_000, 0, Duration.ofMillis(100), Duration.ZERO, 3_000, Burst.NONE);

    private static Link link(Direction direction, Outages outages, Mischief mischief) {
        return new Network(new Profile("T", "", direction, direction, outages, mischief), 1).up();
    }

    private static Link link(Direction direction) {
        return link(direction, new Outages.None(), Mischief.NONE);
    }

    @Test
    void anOctetTakesItsTimeInTheTransmitterAndOnTheWay() {
        assertThat(link(SLOW).datagram(1_000, 0).arrival()).isEqualTo(1_100 * MILLI);
    }

    @Test
    void whatComesWhileTheTransmitterWorksWaitsInTheQueue() {
        Link link = link(SLOW);
        link.datagram(1_000, 0);
        assertThat(link.datagram(1_000, 500 * MILLI).arrival()).isEqualTo(2_100 * MILLI);
        assertThat(link.waiting(500 * MILLI)).isEqualTo(1_500);
    }

    @Test
    void aDatagramForWhichTheQueueHasNoRoomIsDropped() {
        Link link = link(SLOW);
        for (int i = 0; i < 3; i++) {
            assertThat(link.datagram(1_000, 0).fate()).isEqualTo(Fate.PASSED);
        }
        assertThat(link.datagram(1, 0).fate()).isEqualTo(Fate.QUEUE_FULL);
        assertThat(link.datagram(1_000, SECOND).fate()).isEqualTo(Fate.PASSED);
    }

    @Test
    void aDatagramDuringAnOutageIsGone() {
        Link link = link(SLOW, new Outages.Periodic(Duration.ofSeconds(20), Duration.ofSeconds(10)), Mischief.NONE);
        assertThat(link.datagram(1, 19 * SECOND).fate()).isEqualTo(Fate.PASSED);
        assertThat(link.datagram(1, 25 * SECOND).fate()).isEqualTo(Fate.OUTAGE);
        assertThat(link.datagram(1, 31 * SECOND).fate()).isEqualTo(Fate.PASSED);
    }

    @Test
    void aSegmentDuringAnOutageArrivesWithTheFirstRetransmissionBehindIt() {
        Link link = link(SLOW, new Outages.First(Duration.ofSeconds(10), new Outages.None()), Mischief.NONE);
        // Sent again after 200 ms, then 400, 800, … : at 12.6 s for the first time after the tenth second.
        assertThat(link.segment(100, 0)).isEqualTo(12_600 * MILLI + 200 * MILLI);
    }

    @Test
    void aSenderGivesUpAfterAQuarterOfAnHour() {
        Link link = link(SLOW, new Outages.First(Duration.ofMinutes(20), new Outages.None()), Mischief.NONE);
        assertThat(link.segment(100, 0)).isEqualTo(Passage.NEVER);
        assertThat(link.segment(100, Duration.ofMinutes(10).toNanos()))
                .isBetween(
                        Duration.ofMinutes(20).toNanos(), Duration.ofMinutes(22).toNanos());
    }

    @Test
    void lossesComeInBurstsOfTheLengthAndTheShareAskedFor() {
        Losses losses = new Losses(new Burst(.02, .1, 0, .8), new java.util.SplittableRandom(3));
        int lost = 0;
        int n = 1_000_000;
        for (int i = 0; i < n; i++) {
            lost += losses.next() ? 1 : 0;
        }
        assertThat(lost / (double) n).isCloseTo(.1333, within(.005));
    }

    @Test
    void mischiefIsDoneAsOftenAsAskedFor() {
        Direction fast = new Direction(1_000_000_000, 0, Duration.ofMillis(1), Duration.ZERO, 1_000_000, Burst.NONE);
        Link link = link(fast, new Outages.None(), new Mischief(.05, .1, .001, Duration.ZERO, Duration.ZERO));
        int twice = 0;
        int late = 0;
        int corrupt = 0;
        for (int i = 0; i < 100_000; i++) {
            long now = i * MILLI;
            Passage passage = link.datagram(100, now);
            twice += passage.again() == Passage.NEVER ? 0 : 1;
            late += passage.arrival() - now > 5 * MILLI ? 1 : 0;
            corrupt += passage.corrupt() ? 1 : 0;
        }
        assertThat(twice).isBetween(4_800, 5_200);
        assertThat(late).isBetween(9_700, 10_300);
        assertThat(corrupt).isBetween(70, 130);
    }

    @Test
    void aVaryingRateHasTheMeanAskedFor() {
        Rate rate = new Rate(SLOW.varying(.8), new java.util.SplittableRandom(5));
        double sum = 0;
        int seconds = 200_000;
        for (int i = 0; i < seconds; i++) {
            sum += 1_000.0 * SECOND / rate.time(1_000, i * SECOND);
        }
        assertThat(sum / seconds).isCloseTo(1_000, within(60.0));
    }

    @Property(tries = 50)
    void theSameSeedDoesTheSame(@ForAll long seed, @ForAll @IntRange(max = 10) int profile) {
        assertThat(run(seed, profile)).isEqualTo(run(seed, profile));
    }

    private static List<Object> run(long seed, int profile) {
        Network network = new Network(Profiles.all().get(profile), seed);
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(network.up().datagram(700, i * 50L * MILLI));
            all.add(network.down().segment(1_448, i * 50L * MILLI));
        }
        return all;
    }

    @Property(tries = 200)
    void nothingArrivesBeforeItsTransmissionEnds(
            @ForAll long seed,
            @ForAll @IntRange(max = 10) int profile,
            @ForAll @IntRange(min = 1, max = 1_448) int octets) {
        Link link = new Network(Profiles.all().get(profile), seed).up();
        for (int i = 0; i < 50; i++) {
            long now = i * 10L * MILLI;
            Passage passage = link.datagram(octets, now);
            assertThat(passage.arrival()).isGreaterThanOrEqualTo(now);
            assertThat(link.segment(octets, now)).isGreaterThan(now);
        }
    }
}
