package io.verge.app.incidentwarning.internal;

import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import io.verge.api.site.Connection;
import io.verge.api.site.LaneUse;
import io.verge.traffic.EventLife;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Polyline;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Trust;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slow and dense traffic on a lane, stretch by stretch, and where its queue ends. A queue at a signal that is gone within a green
 * or two is not meant.
 */
final class Congestion implements IncidentRule {
    private static final double KMH = 3.6;

    /** Who is farther behind the one ahead, metres, is not in its queue. */
    private static final double CLOSED_UP = 50;

    /** A queue that reaches so near to where the lane begins, metres, ends nobody knows where; one that was known sooner. */
    private static final double EDGE = 10;

    private static final double KNOWN_EDGE = 3;

    private final IncidentWarningConfig config;
    private final Waiting waiting = new Waiting();
    private final List<Watch> lanes = new ArrayList<>();

    /** A lane and its stretches in the direction of travel. */
    private static final class Watch {
        private final LaneLine lane;
        private final Stretch.Limits limits;
        private final List<Stretch> stretches;
        private boolean tailKnown;

        private Watch(LaneLine lane, Stretch.Limits limits, List<Stretch> stretches) {
            this.lane = lane;
            this.limits = limits;
            this.stretches = stretches;
        }
    }

    Congestion(IncidentWarningConfig config, RoadNet net) {
        this.config = config;
        for (LaneLine lane : net.lanes()) {
            if (lane.lane().use() == LaneUse.VEHICLE || lane.lane().use() == LaneUse.BUS) {
                lanes.add(new Watch(lane, limits(lane), stretches(lane)));
            }
        }
    }

    private Stretch.Limits limits(LaneLine lane) {
        double slowest = config.congestionShare() * lane.speedLimitOr(config.freeSpeed() / KMH);
        return new Stretch.Limits(
                slowest,
                slowest + config.congestionRelease() / KMH,
                config.congestionDensity() * stretchLength(lane) / 1000,
                config.congestionHold(),
                signalled(lane));
    }

    private static boolean signalled(LaneLine lane) {
        return lane.lane().connections().stream().map(Connection::signalGroup).anyMatch(group -> group != null);
    }

    private double stretchLength(LaneLine lane) {
        double length = lane.line().length();
        return length / Math.max(1, Math.round(length / config.segment()));
    }

    /** About as long as configured, all of one lane equally long. */
    private List<Stretch> stretches(LaneLine lane) {
        double length = lane.line().length();
        long count = Math.round(length / stretchLength(lane));
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stretches.add(new Stretch(length * i / count, length * (i + 1) / count));
        }
        return stretches;
    }

    @Override
    public void look(RoadPicture road, EventLife events) {
        waiting.look(road);
        for (Watch watch : lanes) {
            count(watch, road);
            boolean any = false;
            for (Stretch stretch : watch.stretches) {
                any |= stretch.update(watch.limits, road.step());
            }
            if (any) {
                raise(watch, road, events);
            } else {
                watch.tailKnown = false;
            }
        }
    }

    private void count(Watch watch, RoadPicture road) {
        for (Stretch stretch : watch.stretches) {
            stretch.clear();
        }
        for (Watched vehicle : road.on(watch.lane)) {
            for (Stretch stretch : watch.stretches) {
                if (vehicle.vehicle() && stretch.holds(vehicle.along())) {
                    stretch.add(vehicle.speed(), waiting.missedGreens(vehicle) >= config.missedGreens());
                }
            }
        }
    }

    /** From the first congested stretch to the last, one congestion a lane. */
    private void raise(Watch watch, RoadPicture road, EventLife events) {
        double begin = Double.POSITIVE_INFINITY;
        double end = 0;
        for (Stretch stretch : watch.stretches) {
            if (stretch.congested()) {
                begin = Math.min(begin, stretch.begin());
                end = Math.max(end, stretch.end());
            }
        }
        LaneLine lane = watch.lane;
        raise(RoadEvent.Kind.CONGESTION, lane, (begin + end) / 2, (end - begin) / 2, events);
        Watched tail = tail(road.on(lane), end, watch.limits.released());
        watch.tailKnown = tail != null && tail.along() > (watch.tailKnown ? KNOWN_EDGE : EDGE);
        if (tail != null && watch.tailKnown) {
            raise(RoadEvent.Kind.QUEUE_TAIL, lane, tail.along() - tail.half(), CLOSED_UP, events);
        }
    }

    private static void raise(RoadEvent.Kind kind, LaneLine lane, double along, double radius, EventLife events) {
        Polyline line = lane.line();
        events.raise(
                new Key(kind, lane.id()),
                IncidentRule.draft(kind, new Position(line.eastAt(along), line.northAt(along), 0), radius)
                        .confidence(Trust.HIGH)
                        .lanes(lane.id())
                        .heading(line.headingAt(along))
                        .build());
    }

    /** The last of those who, from the end of the congestion backwards, are slow and closed up; null when there is nobody. */
    private static @Nullable Watched tail(List<Watched> lastFirst, double end, double slow) {
        Watched tail = null;
        for (int i = lastFirst.size() - 1; i >= 0; i--) {
            Watched vehicle = lastFirst.get(i);
            if (vehicle.along() > end) {
                continue;
            }
            if (vehicle.speed() > slow || (tail != null && vehicle.gap() > CLOSED_UP)) {
                return tail;
            }
            tail = vehicle;
        }
        return tail;
    }
}
