package io.verge.testkit;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One road user of {@link Traffic}: moves along a way with a speed and an acceleration that the test sets at any time, never
 * backwards. Who brakes to a stand stays standing until told otherwise.
 */
public final class Mover {
    private static final double MATCHED = 0.95;
    private static final Covariance POSITION_ERROR = Covariance.round(0.3);
    private static final Covariance VELOCITY_ERROR = Covariance.round(0.3);

    private final int id;
    private final RoadUserType type;
    private final SiteMap map;
    private Size size;
    private Set<SensorKind> sources = Set.of(SensorKind.RADAR, SensorKind.CAMERA);
    private @Nullable String selfReportId;

    private Way way = Way.of(List.of(new Position(0, 0, 0), new Position(0, 1, 0)));
    private @Nullable Lane from;
    private @Nullable Lane to;
    private double along;
    private double right;
    private double speed;
    private double acceleration;

    Mover(int id, RoadUserType type, Size size, SiteMap map) {
        this.id = id;
        this.type = type;
        this.size = size;
        this.map = map;
    }

    /**
     * On an ingress lane, its centre so many metres before the stop line (negative: beyond it), to go on over the crossing to
     * another lane.
     */
    public Mover on(int ingressLane, int egressLane, double before) {
        from = lane(ingressLane);
        to = lane(egressLane);
        way = Way.over(from, to);
        along = Way.of(from.centreLine()).length() - before;
        return this;
    }

    /** On one lane only, so many metres from its first point; straight on when it ends. */
    public Mover on(int lane, double metres) {
        from = lane(lane);
        to = null;
        way = Way.of(from.centreLine());
        along = metres;
        return this;
    }

    /** On no lane: from a place straight on, degrees clockwise from north. */
    public Mover at(double east, double north, double heading) {
        double radians = Math.toRadians(heading);
        from = null;
        to = null;
        way = Way.of(List.of(
                new Position(east, north, 0), new Position(east + Math.sin(radians), north + Math.cos(radians), 0)));
        along = 0;
        return this;
    }

    /** Metres to the right of the line it follows. */
    public Mover right(double metres) {
        right = metres;
        return this;
    }

    /** Metres per second from now on, without acceleration. */
    public Mover speed(double metresPerSecond) {
        speed = metresPerSecond;
        acceleration = 0;
        return this;
    }

    /** Metres per second squared from now on, until it stands. */
    public Mover accelerate(double metresPerSecond2) {
        acceleration = metresPerSecond2;
        return this;
    }

    public Mover size(double length, double width) {
        size = new Size(length, width, size.height());
        return this;
    }

    /** What kinds of sensors have seen it; with {@link SensorKind#SELF_REPORT} it has an id of its own too. */
    public Mover seenBy(SensorKind... kinds) {
        sources = Set.of(kinds);
        selfReportId = sources.contains(SensorKind.SELF_REPORT) ? String.format("%08x", id) : null;
        return this;
    }

    public int id() {
        return id;
    }

    public double speed() {
        return speed;
    }

    /** Metres along its whole way. */
    public double along() {
        return along;
    }

    /** Metres of its centre to the end of its first lane; negative beyond it, NaN on no lane. */
    public double toStopLine() {
        return from == null ? Double.NaN : Way.of(from.centreLine()).length() - along;
    }

    public Position position() {
        return way.at(along, right);
    }

    void move(double seconds) {
        double after = Math.max(0, speed + acceleration * seconds);
        along += (speed + after) / 2 * seconds;
        speed = after;
    }

    RoadUser seen(Instant time, @Nullable Random noise, double metres, double metresPerSecond) {
        Position place = position();
        double heading = way.heading(along);
        double radians = Math.toRadians(heading);
        Velocity velocity = new Velocity(
                speed * Math.sin(radians) + error(noise, metresPerSecond),
                speed * Math.cos(radians) + error(noise, metresPerSecond));
        Position blurred =
                new Position(place.east() + error(noise, metres), place.north() + error(noise, metres), place.up());
        Motion motion = new Motion(blurred, velocity, heading, POSITION_ERROR, VELOCITY_ERROR);
        return new RoadUser(id, type, 0.9, motion, size, match(), sources, time, selfReportId);
    }

    private static double error(@Nullable Random noise, double sigma) {
        return noise == null ? 0 : noise.nextGaussian() * sigma;
    }

    private @Nullable LaneMatch match() {
        if (from != null && along <= Way.of(from.centreLine()).length()) {
            return new LaneMatch(from.id(), along, right, MATCHED);
        }
        if (to != null) {
            double beyond = along - (way.length() - Way.of(to.centreLine()).length());
            return beyond >= 0 ? new LaneMatch(to.id(), beyond, right, MATCHED) : null;
        }
        return null;
    }

    private Lane lane(int lane) {
        return map.lanes().stream()
                .filter(one -> one.id() == lane)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the map has no lane " + lane));
    }
}
