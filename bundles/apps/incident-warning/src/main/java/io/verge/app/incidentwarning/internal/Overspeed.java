package io.verge.app.incidentwarning.internal;

import io.verge.api.scene.RoadEvent;
import io.verge.traffic.EventLife;
import io.verge.traffic.LaneLine;
import java.util.Arrays;

/** A vehicle that is clearly faster than its lane allows. */
final class Overspeed implements IncidentRule {
    private static final int FRAMES = 5;

    private final IncidentWarningConfig config;
    private final Memory<Speeds> memory = new Memory<>(Speeds::new);
    private final double[] sorted = new double[FRAMES];

    /** The last speeds of one vehicle. */
    private static final class Speeds {
        private final Dwell dwell = new Dwell();
        private final double[] last = new double[FRAMES];
        private int count;
    }

    Overspeed(IncidentWarningConfig config) {
        this.config = config;
    }

    @Override
    public void look(RoadPicture road, EventLife events) {
        memory.keep(road);
        for (Watched vehicle : road.users()) {
            if (vehicle.vehicle() && vehicle.measured()) {
                Speeds speeds = memory.of(vehicle);
                boolean fast = median(speeds, vehicle.speed()) > limit(vehicle);
                if (speeds.dwell.update(fast, road.step()) >= config.overspeedHold()) {
                    IncidentRule.raise(RoadEvent.Kind.OVERSPEED, vehicle, road, events);
                }
            }
        }
    }

    /** Infinite when the map does not know it. */
    private double limit(Watched vehicle) {
        LaneLine lane = vehicle.carriageway();
        double limit = lane == null ? Double.POSITIVE_INFINITY : lane.speedLimitOr(Double.POSITIVE_INFINITY);
        return limit * config.overspeedFactor() + config.overspeedMargin();
    }

    /** Of the last frames; 0 before there are enough. */
    private double median(Speeds speeds, double speed) {
        speeds.last[speeds.count++ % FRAMES] = speed;
        if (speeds.count < FRAMES) {
            return 0;
        }
        // So that it never overflows.
        speeds.count = FRAMES + speeds.count % FRAMES;
        System.arraycopy(speeds.last, 0, sorted, 0, FRAMES);
        Arrays.sort(sorted);
        return sorted[FRAMES / 2];
    }
}
