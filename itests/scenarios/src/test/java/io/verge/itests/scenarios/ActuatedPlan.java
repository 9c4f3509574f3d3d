package io.verge.itests.scenarios;

import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Two stages whose greens last as long as vehicles keep coming: groups 1 and 3, then 2 and 4. A green ends when for some seconds
 * nobody has come, not before its least and not after its greatest time; then 3 s of yellow and 2 s of red for all.
 */
final class ActuatedPlan {
    private static final long LEAST = 8_000;
    private static final long GREATEST = 40_000;
    private static final long GAP = 3_000;
    private static final long YELLOW = 3_000;
    private static final long CLEAR = 2_000;
    /** Mean time between two who come, milliseconds. */
    private static final double HEADWAY = 2_300;

    private static final int GROUPS = 4;

    private final SplittableRandom random;
    /** 0 or 1: whose turn it is. */
    private int stage;
    /** When its green began, was or will be over. */
    private long began;

    private long last;
    private long ended = Long.MAX_VALUE;
    private long next;
    private final Map<Integer, Instant> begun = new TreeMap<>();
    private Map<Integer, SignalState> before = Map.of();

    ActuatedPlan(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Moves on; to be called with times that do not go back. */
    Map<Integer, SignalState> at(long millis) {
        while (next <= millis) {
            last = next;
            next += Math.round(-HEADWAY * Math.log(1 - random.nextDouble()));
        }
        if (ended == Long.MAX_VALUE) {
            boolean gap = millis - Math.max(last, began) >= GAP && millis - began >= LEAST;
            ended = gap || millis - began >= GREATEST ? millis : Long.MAX_VALUE;
        }
        if (ended != Long.MAX_VALUE && millis - ended >= YELLOW + CLEAR) {
            stage = 1 - stage;
            began = millis;
            ended = Long.MAX_VALUE;
        }
        Map<Integer, SignalState> states = states(millis);
        states.forEach((group, state) -> {
            SignalState was = before.get(group);
            if (was == null || was.phase() != state.phase()) {
                begun.put(group, state.observedAt());
            }
        });
        before = states;
        return states;
    }

    private Map<Integer, SignalState> states(long millis) {
        Instant now = TruePictures.START.plusMillis(millis);
        Map<Integer, SignalState> states = new TreeMap<>();
        for (int group = 1; group <= GROUPS; group++) {
            boolean mine = (group + 1) % 2 == stage;
            states.put(group, mine ? running(group, millis, now) : red(group, now));
        }
        return states;
    }

    private SignalState running(int group, long millis, Instant now) {
        if (ended == Long.MAX_VALUE) {
            Instant start = TruePictures.START.plusMillis(began);
            Instant least = start.plusMillis(LEAST);
            return new SignalState(
                    group,
                    SignalPhase.PROTECTED_MOVEMENT,
                    SignalTiming.between(least.isBefore(now) ? now : least, start.plusMillis(GREATEST)),
                    now);
        }
        Instant over = TruePictures.START.plusMillis(ended + YELLOW);
        return millis - ended < YELLOW
                ? new SignalState(group, SignalPhase.PROTECTED_CLEARANCE, SignalTiming.between(over, over), now)
                : red(group, now);
    }

    /** Of a red the controller knows no more than that it lasts. */
    private static SignalState red(int group, Instant now) {
        return new SignalState(group, SignalPhase.STOP_AND_REMAIN, SignalTiming.between(now, null), now);
    }

    /** When each group began to show what it shows. */
    Map<Integer, Instant> begun() {
        return begun;
    }
}
