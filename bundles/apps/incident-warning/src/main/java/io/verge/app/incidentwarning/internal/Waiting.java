package io.verge.app.incidentwarning.internal;

import io.verge.traffic.LaneLine;

/** Through how many greens one has waited: an ordinary queue at a signal is gone within one or, seldom, two; congestion is not. */
final class Waiting {
    /** Who is slower when the green begins is in the queue, m/s. */
    private static final double QUEUED = 3;

    private final Memory<Wait> memory = new Memory<>(Wait::new);

    /** Of one vehicle. */
    private static final class Wait {
        private boolean green;
        private boolean queued;
        private int missed;
    }

    void look(RoadPicture road) {
        memory.keep(road);
        for (Watched vehicle : road.users()) {
            LaneLine lane = vehicle.carriageway();
            if (lane == null || !lane.lane().ingress()) {
                memory.forget(vehicle);
                continue;
            }
            Lights lights = Lights.of(lane, road.scene());
            if (lights == Lights.GO || lights == Lights.STOP) {
                update(memory.of(vehicle), vehicle.speed(), lights == Lights.GO);
            }
        }
    }

    private static void update(Wait wait, double speed, boolean green) {
        if (green && !wait.green) {
            wait.queued = speed < QUEUED;
        }
        if (!green && wait.green && wait.queued) {
            wait.missed++;
        }
        wait.green = green;
    }

    /** In how many greens a vehicle was in the queue when it began, and still when it ended. */
    int missedGreens(Watched vehicle) {
        return memory.of(vehicle).missed;
    }
}
