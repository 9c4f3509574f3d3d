package io.verge.gate.internal;

import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.signal.SignalState;
import io.verge.api.site.Conflict;
import java.time.Duration;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No conflicting greens go on the air, and after such nothing of the signals until they were free of conflicts for a while:
 *
 * <pre>
 *  OPEN ──conflict──▶ HELD ──no conflict──▶ CLEARING ──for the hold-off──▶ OPEN
 *                      ▲                       │
 *                      └───────conflict────────┘
 * </pre>
 *
 * Used by one thread.
 */
final class SignalGuard {
    private enum State {
        OPEN,
        HELD,
        CLEARING
    }

    private static final Comparator<Conflict> ORDER =
            Comparator.comparingInt(Conflict::group).thenComparingInt(Conflict::other);

    private final Duration holdOff;
    private State state = State.OPEN;
    private String conflict = "";
    /** When CLEARING began, monotonic. */
    private long clearSince;

    SignalGuard(Duration holdOff) {
        this.holdOff = holdOff;
    }

    /** Looks at what the signals show, and says whether it must not be sent. */
    @Nullable
    Stop check(SignalAnnouncement signals, long nanos) {
        Optional<Conflict> found = conflict(signals);
        if (found.isPresent()) {
            state = State.HELD;
            conflict = "signal groups " + found.get().group() + " and "
                    + found.get().other() + " exclude each other and are both green";
            return new Stop(Reason.CONFLICTING_GREENS, conflict);
        }
        state = switch (state) {
            case OPEN -> State.OPEN;
            case HELD -> {
                clearSince = nanos;
                yield State.CLEARING;
            }
            case CLEARING -> nanos - clearSince >= holdOff.toNanos() ? State.OPEN : State.CLEARING;
        };
        return held();
    }

    /** Whether what is derived from the signals must not be sent. */
    @Nullable
    Stop held() {
        return state == State.OPEN
                ? null
                : new Stop(
                        Reason.CONFLICTING_GREENS,
                        conflict + "; that was less than " + Stop.shown(holdOff)
                                + " ago, or no signals without conflict were seen for so long");
    }

    private static Optional<Conflict> conflict(SignalAnnouncement signals) {
        BitSet green = new BitSet();
        for (SignalState group : signals.states()) {
            if (group.phase().green()) {
                green.set(group.group());
            }
        }
        return signals.map().conflicts().stream()
                .filter(pair -> green.get(pair.group()) && green.get(pair.other()))
                .min(ORDER);
    }
}
