package io.verge.perception.internal;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One road user as it is followed. Mutable and reused; belongs to one {@link TrackSet}. Times in µs since 1970. */
final class Track {
    /** m/s; slower ones may turn on the spot, so their velocity says nothing of where they point. */
    private static final double POINTS = 0.5;

    /** After so long without a measurement a track coasts, µs. */
    private static final long COASTS = 300_000;

    /** Longer than a sensor takes from one look to the next, µs. */
    private static final long LOOK = 150_000;

    /** A source counts so long after its last measurement, µs. */
    private static final long SOURCE = 1_000_000;

    /** A sender that goes by another name has been silent under the old one for so long, µs. */
    private static final long RENAMED = 1_500_000;

    /** Nobody but who reports itself: the greatest logarithmic odds that it is real. */
    private static final double REPORTED = 0.5;

    /** The kinds by their place; self reports come last. */
    private static final List<SensorKind> KINDS =
            List.of(SensorKind.RADAR, SensorKind.CAMERA, SensorKind.LIDAR, SensorKind.SELF_REPORT);

    private static final int REPORT = KINDS.size() - 1;

    /** Every combination of kinds, by the sum of two to the power of their places. */
    private static final List<Set<SensorKind>> SOURCES = combinations();

    private static final long NEVER = Long.MIN_VALUE;

    /** Longest step that is computed, s; no track lives that long without a measurement. */
    private static final double LONGEST_STEP = 60;

    /** How much less something that stands unseen is thought to accelerate. */
    private static final double STANDS = 0.05;

    /** The greatest logarithmic odds of existence: more would make it hard to go. */
    private static final double SUREST = 8;

    /** A tentative track that has lost so much of its odds goes. */
    private static final double TENTATIVE_LOSS = 2;

    final Filter filter = new Filter();
    final TypeVote type = new TypeVote();
    final Spread spread = new Spread();

    /** Which detection began it: the same when the past is computed again. */
    long key;

    /** 1 to 65535; 0 until it is confirmed. */
    int id;

    LifeCycle life = LifeCycle.TENTATIVE;
    int hits;

    /** The logarithm of the odds that it is real. */
    double existence;

    /** A tentative track goes when the odds fall below this. */
    double least;

    long measured;

    /** Where it was then, m, and how fast, m/s. */
    double lastEast;

    double lastNorth;
    double lastVe;
    double lastVn;

    /** The key of an older track that may be of the same road user, or {@link Rivals#NONE}. */
    long rival;

    /** The logarithm of the odds that this track and its rival are two. */
    double two;

    /** How many detections since the last one should have been, by what the sensors could see. */
    double missing;

    private double heading;

    @Nullable
    private Size size;

    /** What it calls itself over the air; null when it does not. */
    @Nullable
    String selfReportId;

    /** When each kind of source last measured it, by its place. */
    private final long[] seenAt = new long[KINDS.size()];

    /** Begins at a detection; the velocity across the line of sight is unknown. */
    void start(long newKey, long time, Measurement m, double odds, Settings settings) {
        key = newKey;
        id = 0;
        life = LifeCycle.TENTATIVE;
        hits = 1;
        missing = 0;
        rival = Rivals.NONE;
        two = 0;
        existence = odds;
        least = odds - TENTATIVE_LOSS;
        heading = Double.NaN;
        size = m.size;
        selfReportId = m.name;
        Arrays.fill(seenAt, NEVER);
        type.start();
        type.vote(m.type, settings.types().accuracy());
        type.strength(m.strength);
        double body = square(settings.noise().spread() * type.length()) / 2;
        double share = m.reflection ? 1 : 0;
        filter.start(m.east, m.north, m.ree + share * body, m.ren, m.rnn + share * body);
        startVelocity(m);
        measured(time, m.kind);
        shape(settings);
        noteLast();
    }

    private void startVelocity(Measurement m) {
        if (m.hasVelocity()) {
            filter.startVelocity(m.ve, m.vn, m.velocityVariance, 0, m.velocityVariance);
            return;
        }
        double any = square(m.type == RoadUserType.PEDESTRIAN ? 1.5 : 7);
        if (!m.hasRadialSpeed()) {
            filter.startVelocity(0, 0, any, 0, any);
            return;
        }
        double range = Math.max(1, Math.hypot(m.east - m.fromEast, m.north - m.fromNorth));
        double ue = (m.east - m.fromEast) / range;
        double un = (m.north - m.fromNorth) / range;
        double less = m.radialVariance - any;
        filter.startVelocity(
                m.radialSpeed * ue, m.radialSpeed * un, any + less * ue * ue, less * ue * un, any + less * un * un);
    }

    void copy(Track other) {
        filter.copy(other.filter);
        type.copy(other.type);
        spread.ee = other.spread.ee;
        spread.en = other.spread.en;
        spread.nn = other.spread.nn;
        key = other.key;
        id = other.id;
        life = other.life;
        hits = other.hits;
        missing = other.missing;
        existence = other.existence;
        least = other.least;
        measured = other.measured;
        lastEast = other.lastEast;
        lastNorth = other.lastNorth;
        lastVe = other.lastVe;
        lastVn = other.lastVn;
        rival = other.rival;
        two = other.two;
        heading = other.heading;
        size = other.size;
        selfReportId = other.selfReportId;
        System.arraycopy(other.seenAt, 0, seenAt, 0, seenAt.length);
    }

    /** Moves on from one time to the next. */
    void predict(long from, long to, Settings settings) {
        double dt = Math.min(LONGEST_STEP, (to - from) / 1e6);
        Settings.Noise noise = settings.noise();
        double walking = type.walking();
        double along = walking * noise.walker() + (1 - walking) * noise.along();
        double across = walking * noise.walker() + (1 - walking) * noise.across();
        double speed = filter.speed();
        if (speed < POINTS && coasts(to)) {
            filter.predict(dt, STANDS * along, 0, STANDS * along);
        } else if (speed < POINTS) {
            double mean = (along + across) / 2;
            filter.predict(dt, mean, 0, mean);
        } else {
            double he = filter.ve / speed;
            double hn = filter.vn / speed;
            filter.predict(
                    dt,
                    along * he * he + across * hn * hn,
                    (along - across) * he * hn,
                    along * hn * hn + across * he * he);
        }
        if (life == LifeCycle.CONFIRMED && coasts(to)) {
            life = LifeCycle.COASTING;
        }
    }

    /** Takes in a measurement. */
    void update(long time, Measurement m, double evidence, Settings settings) {
        if (m.reflection && !Double.isNaN(heading)) {
            judgeLength(m, settings.noise().spread());
        }
        m.apply(filter, spread);
        if (m.name != null) {
            selfReportId = m.name;
        }
        existence = Math.min(m.name == null || sensed() ? SUREST : REPORTED, existence + evidence);
        hits++;
        missing = 0;
        type.vote(m.type, settings.types().accuracy());
        type.strength(m.strength);
        double speed = filter.speed();
        double error = Math.sqrt(filter.velocityTrace());
        type.moves(speed, error, (time - measured) / 1e6);
        if (speed > POINTS && speed > 2 * error) {
            heading = Headings.of(filter.ve, filter.vn);
        }
        if (m.size != null) {
            size = m.size;
        }
        measured(time, m.kind);
        shape(settings);
        if (life == LifeCycle.COASTING) {
            life = LifeCycle.CONFIRMED;
        }
        noteLast();
    }

    private void noteLast() {
        lastEast = filter.east;
        lastNorth = filter.north;
        lastVe = filter.ve;
        lastVn = filter.vn;
    }

    /** Its name and what is known of it, to be found again. */
    Lost lost() {
        TypeVote vote = new TypeVote();
        vote.copy(type);
        return new Lost(key, id, measured, lastEast, lastNorth, lastVe, lastVn, heading, vote, size);
    }

    private void judgeLength(Measurement m, double share) {
        double he = Math.sin(Math.toRadians(heading));
        double hn = Math.cos(Math.toRadians(heading));
        double distance = (m.east - filter.east) * he + (m.north - filter.north) * hn;
        double error = m.ree * he * he + 2 * m.ren * he * hn + m.rnn * hn * hn;
        type.reflects(distance, error + filter.positionVariance(he, hn), share);
    }

    private void measured(long time, SensorKind kind) {
        measured = Math.max(time, measured);
        seenAt[KINDS.indexOf(kind)] = time;
    }

    /** Whether a sensor has ever seen it, and not only it said so itself. */
    boolean sensed() {
        for (int i = 0; i < REPORT; i++) {
            if (seenAt[i] != NEVER) {
                return true;
            }
        }
        return false;
    }

    /** Whether this name, if any, cannot be its own, because it lately reported itself under another. */
    boolean goesByAnother(@Nullable String name, long time) {
        return name != null && selfReportId != null && !name.equals(selfReportId) && time - seenAt[REPORT] < RENAMED;
    }

    private void shape(Settings settings) {
        double variance = square(settings.noise().spread() * type.length());
        if (Double.isNaN(heading)) {
            spread.anywhere(variance);
        } else {
            spread.along(
                    variance,
                    settings.noise().spreadAcross() * variance,
                    Math.sin(Math.toRadians(heading)),
                    Math.cos(Math.toRadians(heading)));
        }
    }

    /** Takes the place of a track that was lost: its name and what was known of it. */
    void replace(Lost lost) {
        key = lost.key();
        id = lost.id();
        type.copy(lost.type());
        if (size == null) {
            size = lost.size();
        }
        if (Double.isNaN(heading)) {
            heading = lost.heading();
        }
    }

    /** Whether it was not measured for a while and only goes on as it went. */
    boolean coasts(long time) {
        return time - measured > COASTS;
    }

    /** Whether the newest looks of the sensors have missed it. */
    boolean unmeasured(long time) {
        return time - measured > LOOK;
    }

    /** How it is at a time, by straight motion from the time its state is at. */
    RoadUser roadUser(long stateTime, long time, Settings settings, Filter scratch) {
        scratch.copy(filter);
        double dt = (time - stateTime) / 1e6;
        double noise = settings.noise().along();
        if (dt > 0) {
            scratch.predict(Math.min(LONGEST_STEP, dt), noise, 0, noise);
        } else {
            scratch.east += scratch.ve * dt;
            scratch.north += scratch.vn * dt;
        }
        double certainty = type.certainty();
        Motion motion = new Motion(
                new Position(scratch.east, scratch.north, 0),
                new Velocity(scratch.ve, scratch.vn),
                heading,
                scratch.positionError(),
                scratch.velocityError());
        return new RoadUser(
                id,
                certainty < settings.types().certainty() ? RoadUserType.UNKNOWN : type.best(),
                certainty,
                motion,
                size,
                null,
                sources(time),
                Instant.EPOCH.plusNanos(measured * 1000),
                selfReportId);
    }

    private Set<SensorKind> sources(long time) {
        int which = 0;
        for (int i = 0; i < seenAt.length; i++) {
            which |= seenAt[i] >= time - SOURCE ? 1 << i : 0;
        }
        return SOURCES.get(which);
    }

    private static List<Set<SensorKind>> combinations() {
        List<Set<SensorKind>> all = new ArrayList<>();
        for (int which = 0; which < 1 << KINDS.size(); which++) {
            Set<SensorKind> some = EnumSet.noneOf(SensorKind.class);
            for (int place = 0; place < KINDS.size(); place++) {
                if ((which & 1 << place) != 0) {
                    some.add(KINDS.get(place));
                }
            }
            all.add(Set.copyOf(some)); // which RoadUser, asking for a copy of it, is given as it is
        }
        return List.copyOf(all);
    }

    private static double square(double x) {
        return x * x;
    }
}
