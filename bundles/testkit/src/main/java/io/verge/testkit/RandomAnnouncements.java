package io.verge.testkit;

import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.site.Approach;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Announcements as a box makes them, and some that it should not: the same for the same seed. */
public final class RandomAnnouncements {
    private final Random random;

    public RandomAnnouncements(long seed) {
        random = new Random(seed);
    }

    /** At any millisecond of some ten years. */
    public Instant time() {
        return Instant.ofEpochMilli(1_700_000_000_000L + (long) (random.nextDouble() * 3e11));
    }

    /** Up to 60 signal groups, or a few hundred, with every phase and any timing. */
    public SignalAnnouncement signal() {
        Instant time = time();
        Set<Integer> groups = new TreeSet<>();
        int most = random.nextInt(10) == 0 ? 300 : 60;
        for (int left = random.nextInt(most); left > 0; left--) {
            groups.add(1 + random.nextInt(255));
        }
        List<SignalState> states = groups.stream()
                .map(group -> new SignalState(group, any(SignalPhase.values()), timing(time), time))
                .toList();
        return new SignalAnnouncement(time, Stamps.NONE, Crossing.map(), some(SignalMode.class), states);
    }

    private @Nullable SignalTiming timing(Instant time) {
        if (random.nextBoolean()) {
            return null;
        }
        Instant minEnd = later(time, -3);
        Instant maxEnd = random.nextBoolean() ? later(minEnd, 0) : random.nextBoolean() ? minEnd : null;
        Instant likelyEnd = random.nextBoolean() ? later(minEnd, 0) : null;
        double confidence = likelyEnd == null ? 0 : random.nextDouble();
        return new SignalTiming(minEnd, maxEnd, likelyEnd, confidence, random.nextBoolean() ? later(time, -10) : null);
    }

    /** Some seconds later, now and then hours or never. */
    private Instant later(Instant time, int least) {
        if (time.equals(Instant.MAX)) {
            return time;
        }
        return switch (random.nextInt(12)) {
            case 0 -> time.plusSeconds(random.nextInt(20_000));
            case 1 -> Instant.MAX;
            default -> time.plusMillis(1000L * least + random.nextInt(120_000));
        };
    }

    /** Up to 60 road users, now and then many hundred or none. */
    public RoadUsersAnnouncement roadUsers() {
        int count = random.nextInt(random.nextInt(20) == 0 ? 700 : 60);
        Set<Integer> ids = new TreeSet<>();
        boolean low = random.nextBoolean();
        while (ids.size() < count) {
            ids.add(1 + random.nextInt(low ? 1000 : 65_535));
        }
        List<RoadUser> users = new ArrayList<>();
        Instant time = time();
        ids.forEach(id -> users.add(roadUser(id, time)));
        return new RoadUsersAnnouncement(time, Stamps.NONE, users);
    }

    private RoadUser roadUser(int id, Instant time) {
        double reach = any(20.0, 100.0, 300.0, 3000.0, 20_000.0);
        Position position = new Position(random.nextGaussian() * reach, random.nextGaussian() * reach, 0);
        Velocity velocity = random.nextInt(5) == 0
                ? Velocity.ZERO
                : new Velocity(random.nextGaussian() * 20, random.nextGaussian() * 20);
        double heading = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble() * 360;
        return new RoadUser(
                id,
                any(RoadUserType.values()),
                random.nextDouble(),
                new Motion(position, velocity, heading, error(), error()),
                random.nextBoolean() ? null : new Size(length(20), length(4), length(5)),
                null,
                some(SensorKind.class),
                time.minusMillis(random.nextInt(3000)),
                random.nextBoolean() ? null : any("DEADBEEF", "30303134333130a1", "not hexadecimal!"));
    }

    private Covariance error() {
        double a = random.nextDouble() * any(0.01, 1.0, 30.0);
        double b = random.nextDouble() * any(0.01, 1.0, 30.0);
        double correlation = random.nextDouble() * 2 - 1;
        return new Covariance(a * a, correlation * a * b, b * b);
    }

    private double length(double most) {
        return random.nextInt(4) == 0 ? Double.NaN : 0.1 + random.nextDouble() * most;
    }

    /** A map of any shape; some have more of a thing than a message takes. */
    public MapAnnouncement map() {
        int arms = 1 + random.nextInt(6);
        int most = random.nextInt(10) == 0 ? 40 : 6;
        List<Approach> approaches = new ArrayList<>();
        List<Lane> lanes = new ArrayList<>();
        List<Crosswalk> crosswalks = new ArrayList<>();
        int lane = 1;
        for (int arm = 1; arm <= arms; arm++) {
            approaches.add(new Approach(arm, any("", "North", "解放大道"), random.nextInt(3) * 1000));
            int end = Math.min(240, lane + random.nextInt(most));
            for (; lane < end; lane++) {
                lanes.add(lane(lane, arm, end));
            }
            if (random.nextBoolean()) {
                Integer group = random.nextBoolean() ? null : arm;
                crosswalks.add(new Crosswalk(240 + arm, arm, 3 + random.nextDouble(), line(), group));
            }
        }
        SiteMap map = new SiteMap(
                random.nextInt(3),
                random.nextInt(65_536),
                any("", "Corner", "路口"),
                random.nextInt(128),
                approaches,
                lanes,
                crosswalks,
                Set.of());
        return new MapAnnouncement(time(), Stamps.NONE, map);
    }

    private Lane lane(int id, int arm, int lanes) {
        boolean ingress = random.nextBoolean();
        List<Connection> ways = new ArrayList<>();
        for (int left = ingress ? random.nextInt(random.nextInt(20) == 0 ? 18 : 5) : 0; left > 0; left--) {
            Integer group = random.nextBoolean() ? null : 1 + random.nextInt(255);
            ways.add(new Connection(1 + random.nextInt(lanes), any(Manoeuvre.values()), group));
        }
        double limit = random.nextBoolean() ? Double.NaN : random.nextDouble() * 40;
        return new Lane(id, arm, any(LaneUse.values()), ingress, 2 + random.nextDouble() * 2, limit, line(), ways);
    }

    private List<Position> line() {
        int points = 2 + random.nextInt(random.nextInt(5) == 0 ? 100 : 8);
        double step = any(0.5, 5.0, 50.0, 400.0);
        List<Position> line = new ArrayList<>();
        double east = random.nextGaussian() * 50;
        double north = random.nextGaussian() * 50;
        for (int i = 0; i < points; i++) {
            line.add(new Position(east, north, 0));
            east += random.nextGaussian() * step;
            north += random.nextGaussian() * step;
        }
        return line;
    }

    @SafeVarargs
    private <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        Set<E> set = EnumSet.noneOf(type);
        for (E value : type.getEnumConstants()) {
            if (random.nextInt(3) == 0) {
                set.add(value);
            }
        }
        return set;
    }
}
