package io.verge.app.incidentwarning.internal;

import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import io.verge.traffic.EventLife;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle that drives against the direction of its lane, or of the way over the crossing, for some time and some distance. On
 * the crossing, where many ways meet, who came to it the wrong way is on it until it takes a lane the right way.
 */
final class WrongWay implements IncidentRule {
    /** Of the distance it drove, the part by which it must be away from where it began: who goes in a circle is not meant. */
    private static final double STRAIGHT = 0.8;

    /** Once begun, it goes on while the lane is at least likely; that it is as probable as configured is asked of the mean. */
    private static final double LIKELY = 0.5;

    private final IncidentWarningConfig config;
    private final Against against;
    private final Memory<Drive> memory = new Memory<>(Drive::new);

    /** What is remembered of one vehicle. */
    private static final class Drive {
        private final Dwell dwell = new Dwell();
        private @Nullable Position begin;
        private double travelled;
        /** Sum of the probability over time, milliseconds. */
        private double sure;

        private boolean found;
    }

    WrongWay(IncidentWarningConfig config) {
        this.config = config;
        this.against = new Against(config.wrongWayAngle());
    }

    @Override
    public void look(RoadPicture road, EventLife events) {
        memory.keep(road);
        for (Watched vehicle : road.users()) {
            if (vehicle.vehicle() && found(vehicle, memory.of(vehicle), road)) {
                IncidentRule.raise(RoadEvent.Kind.WRONG_WAY, vehicle, road, events);
            }
        }
    }

    private boolean found(Watched vehicle, Drive drive, RoadPicture road) {
        double probability = vehicle.measured() && vehicle.speed() > config.wrongWaySpeed()
                ? against.probability(vehicle, road.net())
                : 0;
        boolean wrong = probability > (drive.dwell.begun() ? LIKELY : config.wrongWayProbability());
        long held = drive.dwell.update(wrong, road.step());
        if (wrong) {
            drive.found |= lasts(vehicle, drive, held, probability, road.step());
        } else if (!crossing(vehicle, road)) {
            drive.found &= held > 0;
        }
        return drive.found;
    }

    private boolean lasts(Watched vehicle, Drive drive, long held, double probability, long step) {
        if (held == 0 || drive.begin == null) {
            drive.begin = vehicle.position();
            drive.travelled = 0;
            drive.sure = 0;
        } else {
            drive.travelled += vehicle.speed() * step / 1000;
            drive.sure += probability * step;
        }
        return drive.sure > config.wrongWayProbability() * held
                && held >= config.wrongWayHold()
                && drive.travelled >= config.wrongWayDistance()
                && drive.begin.distanceTo(vehicle.position()) >= STRAIGHT * config.wrongWayDistance();
    }

    private static boolean crossing(Watched vehicle, RoadPicture road) {
        return vehicle.carriageway() == null
                && road.net()
                        .onCrossing(
                                vehicle.position().east(), vehicle.position().north());
    }
}
