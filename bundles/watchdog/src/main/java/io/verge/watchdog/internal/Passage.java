package io.verge.watchdog.internal;

import io.verge.api.air.AirReport;
import java.util.List;
import java.util.Map;

/**
 * What has passed; since the agent was started, or between two looks.
 *
 * @param scenes that were published
 * @param fed of those, scenes that a device's frame has caused; the others came by the tick alone
 * @param sent messages that a radio has taken
 * @param stopped messages that the gate looked at and did not send
 * @param turnedAway messages that found the gate's queue full, so that nothing looked at them
 */
record Passage(long scenes, long fed, long sent, long stopped, long turnedAway) {
    static final Passage NONE = new Passage(0, 0, 0, 0, 0);

    /** The gate's word for a full queue. */
    private static final String QUEUE_FULL = "queue-full";

    static Passage of(long scenes, long fed, List<AirReport> reports) {
        long sent = 0;
        long stopped = 0;
        long turnedAway = 0;
        for (AirReport report : reports) {
            sent += report.sent();
            for (Map.Entry<String, Long> stop : report.stopped().entrySet()) {
                if (stop.getKey().equals(QUEUE_FULL)) {
                    turnedAway += stop.getValue();
                } else {
                    stopped += stop.getValue();
                }
            }
        }
        return new Passage(scenes, fed, sent, stopped, turnedAway);
    }

    /** A gate that was replaced in between counts from zero again: then what it has counted is what is new. */
    Passage since(Passage before) {
        Passage gate = isOfSameGate(before) ? before : NONE;
        return new Passage(
                scenes - before.scenes,
                fed - before.fed,
                sent - gate.sent,
                stopped - gate.stopped,
                turnedAway - gate.turnedAway);
    }

    private boolean isOfSameGate(Passage before) {
        return sent >= before.sent && stopped >= before.stopped && turnedAway >= before.turnedAway;
    }
}
