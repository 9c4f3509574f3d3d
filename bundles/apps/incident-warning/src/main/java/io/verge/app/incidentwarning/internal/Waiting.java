package io.verge.app.incidentwarning.internal;

import io.verge.traffic.LaneLine;

/** Who has waited through a whole green: an ordinary queue at a signal is gone within one, congestion is not. */
final class Waiting {
    /** Who is slower when the green begins is in the queue, m/s. */
    private static final double QUEUED = 3;

    private final Memory<Wait> memory = new Memory<>(Wait::new);

    /** Of one vehicle. */
    private static final class Wait {
        private boolean green;
        private boolean queued;
        private boolean missed;
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
            wait.missed = true;
        }
        wait.green = green;
    }

    /** Whether a vehicle was in the queue when a green began, and still when it ended. */
    boolean missedAGreen(Watched vehicle) {
        return memory.of(vehicle).missed;
    }
}
