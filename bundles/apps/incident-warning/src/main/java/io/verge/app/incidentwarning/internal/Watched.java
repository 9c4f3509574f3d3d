package io.verge.app.incidentwarning.internal;

import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.scene.RoadUser;
import io.verge.api.site.LaneUse;
import io.verge.traffic.Bodies;
import io.verge.traffic.LaneLine;
import org.jspecify.annotations.Nullable;

/** A road user of the newest scene, and where it is on the road. Used again from scene to scene. */
final class Watched {
    private final Integer id;
    private RoadUser user;
    private long scene;
    private double speed;
    private double half;
    private boolean measured;
    private @Nullable LaneLine lane;
    private double along = Double.NaN;
    private @Nullable Watched leader;

    Watched(RoadUser user) {
        this.id = user.id();
        this.user = user;
    }

    /**
     * It is seen again.
     *
     * @param inScene the number of the scene
     * @param justMeasured whether a sensor has really seen it lately
     */
    void see(RoadUser now, long inScene, boolean justMeasured) {
        user = now;
        scene = inScene;
        speed = now.motion().velocity().speed();
        half = Bodies.length(now) / 2;
        measured = justMeasured;
        leader = null;
    }

    /**
     * Puts it on a lane, or on none.
     *
     * @param metres along the lane
     */
    void place(@Nullable LaneLine on, double metres) {
        lane = on;
        along = metres;
    }

    void follow(Watched ahead) {
        leader = ahead;
    }

    /** The number of the last scene in which it was; 0 when it was in none yet. */
    long scene() {
        return scene;
    }

    Integer id() {
        return id;
    }

    RoadUser user() {
        return user;
    }

    Position position() {
        return user.motion().position();
    }

    /** Metres a second. */
    double speed() {
        return speed;
    }

    /** Half of its length, metres. */
    double half() {
        return half;
    }

    /** Whether a sensor has seen it lately; when not, it is where it should be by now. */
    boolean measured() {
        return measured;
    }

    boolean vehicle() {
        return user.type().motorised();
    }

    /** Whether it is a vehicle or a bicycle, which others follow. */
    boolean drives() {
        return vehicle() || is(RoadUserType.BICYCLE);
    }

    boolean is(RoadUserType type) {
        return user.type() == type;
    }

    /** Where it drives, or points when it stands; degrees clockwise from north, NaN when nobody knows. */
    double heading() {
        return speed > 1 ? user.motion().velocity().heading() : user.motion().heading();
    }

    /** The lane it is on; null when on none. */
    @Nullable
    LaneLine lane() {
        return lane;
    }

    /** The lane for vehicles that it is on; null when on none. */
    @Nullable
    LaneLine carriageway() {
        return lane != null
                        && (lane.lane().use() == LaneUse.VEHICLE || lane.lane().use() == LaneUse.BUS)
                ? lane
                : null;
    }

    /** Metres of its centre along its lane; NaN when on none. */
    double along() {
        return along;
    }

    /** Metres from its front to the end of its lane, which of an ingress lane is the stop line; NaN when on none. */
    double toEnd() {
        return lane == null ? Double.NaN : lane.line().length() - along - half;
    }

    /** The next vehicle or bicycle ahead on its lane; null when there is none. */
    @Nullable
    Watched leader() {
        return leader;
    }

    /** Metres from its front to the tail of the next ahead; infinite when there is none. */
    double gap() {
        return leader == null ? Double.POSITIVE_INFINITY : leader.along - along - leader.half - half;
    }
}
