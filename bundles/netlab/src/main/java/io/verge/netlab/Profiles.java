package io.verge.netlab;

import io.verge.netlab.Outages.Drawn;
import io.verge.netlab.Outages.First;
import io.verge.netlab.Outages.Length;
import io.verge.netlab.Outages.None;
import io.verge.netlab.Outages.Periodic;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The networks that the agent is tried on. Rates and outages of N1 to N4 are fitted to traces of moving cars (mahimahi's, 2012 to 2016); a
 * roadside antenna does better. The rest is set by hand.
 */
public final class Profiles {
    private static final int MODEM = 150;

    private static final Profile N0 = new Profile(
            "N0",
            "fibre",
            Direction.of(100_000, 5, 1, 1_000, Burst.NONE),
            Direction.of(100_000, 5, 1, 1_000, Burst.NONE),
            new None(),
            Mischief.NONE);

    private static final Burst CITY = new Burst(.002, .3, 0, .5);
    private static final Profile N1 = new Profile(
            "N1",
            "LTE in a city: a hand-over a minute",
            Direction.of(5_950, 50, 15, MODEM, CITY),
            Direction.of(5_030, 50, 15, MODEM, CITY),
            new Drawn(Duration.ofSeconds(60), List.of(Length.lognormal(1, Duration.ofMillis(40), 1, seconds(2)))),
            Mischief.NONE);

    private static final Burst BUSY = new Burst(.01, .2, 0, .7);
    private static final Profile N2 = new Profile(
            "N2",
            "LTE at rush hour: 8 gaps of a second or more in two minutes",
            Direction.of(1_910, 90, 40, MODEM, BUSY).varying(.8),
            Direction.of(4_560, 90, 40, MODEM, BUSY).varying(.8),
            new Drawn(seconds(10), List.of(Length.lognormal(1, Duration.ofMillis(1_600), .6, seconds(4.1)))),
            Mischief.NONE);

    private static final Burst RURAL = new Burst(.02, .1, 0, .8);
    private static final Profile N3 = new Profile(
            "N3",
            "rural: 18 gaps in a thousand seconds, one of them a minute",
            Direction.of(830, 120, 60, MODEM, RURAL).varying(.8),
            Direction.of(5_170, 120, 60, MODEM, RURAL).varying(.8),
            new Drawn(
                    seconds(39),
                    List.of(
                            Length.lognormal(.95, Duration.ofMillis(1_400), .6, seconds(5)),
                            Length.pareto(.05, seconds(5), 1.1, seconds(78.3)))),
            Mischief.NONE);

    private static final Burst WORST = new Burst(.05, .1, 0, .9);
    private static final Profile N4 = new Profile(
            "N4",
            "the worst cell: 30 % lost, 44 gaps in a thousand seconds",
            Direction.of(840, 250, 150, 210, WORST).varying(.8),
            Direction.of(520, 250, 150, 130, WORST).varying(.8),
            new Drawn(seconds(12), List.of(Length.lognormal(1, Duration.ofMillis(1_200), .95, seconds(11.6)))),
            Mischief.NONE);

    private static final Profile N5 =
            like(N1, "N5", "flapping: 20 s up, 10 s down", new Periodic(seconds(20), seconds(10)), Mischief.NONE);

    private static final Profile N6 = like(
            N1,
            "N6",
            "half-open: after 30 s of silence all octets vanish",
            N1.outages(),
            Mischief.forgetting(seconds(30)));

    private static final Profile N7 = like(
            N1,
            "N7",
            "maintenance: 15 min down every 2 h",
            new Periodic(Duration.ofMinutes(105), Duration.ofMinutes(15)),
            Mischief.NONE);

    private static final Profile N8 =
            like(N3, "N8", "three days down, then as N3", new First(Duration.ofDays(3), N3.outages()), Mischief.NONE);

    private static final Burst NARROW = Burst.independent(.02);
    private static final Profile N9 = new Profile(
            "N9",
            "narrow: 64 kbit/s",
            Direction.of(64, 600, 200, 40, NARROW),
            Direction.of(64, 600, 200, 40, NARROW),
            new None(),
            Mischief.NONE);

    private static final Profile N10 = like(
            N1,
            "N10",
            "hostile: a reset a minute; datagrams twice, out of order, corrupt",
            N1.outages(),
            new Mischief(.05, .1, .001, Duration.ofMinutes(1), Duration.ZERO));

    private static final List<Profile> ALL = List.of(N0, N1, N2, N3, N4, N5, N6, N7, N8, N9, N10);

    private Profiles() {}

    /** N0 to N10. */
    public static List<Profile> all() {
        return ALL;
    }

    /** By its name, in any case. */
    public static Optional<Profile> named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return ALL.stream().filter(profile -> profile.name().equals(wanted)).findFirst();
    }

    private static Profile like(Profile other, String name, String description, Outages outages, Mischief mischief) {
        return new Profile(name, description, other.up(), other.down(), outages, mischief);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
