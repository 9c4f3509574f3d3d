package io.verge.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.netlab.Burst;
import io.verge.netlab.Direction;
import io.verge.netlab.Mischief;
import io.verge.netlab.Network;
import io.verge.netlab.Outages;
import io.verge.netlab.Profile;
import io.verge.netlab.Profiles;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching over the networks of netlab, in virtual time. */
class WeakLinkTest {
    private static final Path FOLDER = Path.of("/var/downloads");
    private static final double TWICE = 1.05;

    private final ManualClock clock = ManualClock.leaping();
    private final byte[] file = Sources.noise(800_000, 3);
    private final Download download = Sources.download(file, Download.PIECE);

    private static Profile narrow(double loss) {
        Direction way = new Direction(
                64_000, 0, Duration.ofMillis(300), Duration.ofMillis(100), 60_000, Burst.independent(loss));
        return new Profile("", "64 kbit/s that loses", way, way, new Outages.None(), Mischief.NONE);
    }

    private WeakSource fetch(Profile profile, int seed, int mostOctets) throws Exception {
        WeakSource source = new WeakSource(file, new Network(profile, seed), clock, new Random(seed), mostOctets);
        FaultyDisk disk = new FaultyDisk(new Random(seed));
        Terms terms = Terms.until(clock.now().plus(Duration.ofDays(7)));
        Fetched fetched =
                new Fetcher(disk, clock, new Random(seed), FetchRules.DEFAULT).fetch(download, source, FOLDER, terms);
        try (InputStream in = fetched.open()) {
            assertThat(in.readAllBytes()).isEqualTo(file);
        }
        assertThat(fetched.receipt().received()).isEqualTo(file.length);
        return source;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a64KilobitLinkThatLosesAFifthAndBreaksCarriesLittleTwice(int seed) throws Exception {
        WeakSource source = fetch(narrow(.2), seed, 500_000);

        assertThat(source.sent()).isBetween((long) file.length, (long) (TWICE * file.length));
    }

    @ParameterizedTest
    @CsvSource({"N2, 1", "N3, 2", "N4, 3", "N5, 4", "N9, 5"})
    void theNetworksOfTheFieldCarryLittleTwice(String name, int seed) throws Exception {
        WeakSource source = fetch(Profiles.named(name).orElseThrow(), seed, 500_000);

        assertThat(source.sent()).isBetween((long) file.length, (long) (TWICE * file.length));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aLinkThatBreaksEveryFewOctetsBringsTheFileAllTheSame(int seed) throws Exception {
        WeakSource source = fetch(narrow(.2), seed, 10_000);

        assertThat(source.sent()).isGreaterThan(file.length);
    }
}
