package io.verge.itests.scenarios;

import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what was announced of a signal's end against when it really came. */
final class Countdowns {
    /** What was said while a group showed one thing. */
    private static final class Spell {
        private final SignalPhase phase;
        private final List<SignalTiming> said = new ArrayList<>();

        Spell(SignalPhase phase) {
            this.phase = phase;
        }
    }

    private final Map<Integer, Spell> spells = new HashMap<>();
    private final List<Double> errors = new ArrayList<>();
    private final List<Double> greens = new ArrayList<>();
    private int unsaid;
    private int outOfBounds;

    /**
     * Takes an announcement.
     *
     * @param truth what the signals show at that time
     * @param begun when the group began to show that, to the millisecond
     */
    void hear(SignalAnnouncement announcement, Map<Integer, SignalState> truth, Map<Integer, Instant> begun) {
        for (SignalState state : announcement.states()) {
            SignalState real = truth.get(state.group());
            Spell spell = spells.get(state.group());
            if (real == null) {
                continue;
            }
            if (spell == null || spell.phase != real.phase()) {
                Instant end = begun.get(state.group());
                if (spell != null && end != null) {
                    close(spell, end);
                }
                spell = new Spell(real.phase());
                spells.put(state.group(), spell);
            }
            SignalTiming timing = state.timing();
            if (timing == null || likely(timing) == null) {
                unsaid++;
            } else {
                spell.said.add(timing);
            }
        }
    }

    private void close(Spell spell, Instant end) {
        for (SignalTiming timing : spell.said) {
            Instant likely = likely(timing);
            if (likely != null) {
                double error = Math.abs(Duration.between(end, likely).toMillis()) / 1000.0;
                errors.add(error);
                if (spell.phase.green()) {
                    greens.add(error);
                }
            }
            Instant maxEnd = timing.maxEnd();
            boolean early = end.isBefore(timing.minEnd().minusMillis(100));
            outOfBounds += early || (maxEnd != null && end.isAfter(maxEnd.plusMillis(100))) ? 1 : 0;
        }
    }

    /** Bounds that agree are as good as a likely time. */
    private static @Nullable Instant likely(SignalTiming timing) {
        if (timing.likelyEnd() != null) {
            return timing.likelyEnd();
        }
        return timing.minEnd().equals(timing.maxEnd()) ? timing.minEnd() : null;
    }

    /** Seconds by which ends were wrong, ascending. */
    List<Double> errors() {
        return errors.stream().sorted().toList();
    }

    /** The same of greens. */
    List<Double> greens() {
        return greens.stream().sorted().toList();
    }

    /** Announcements of a group without a likely end. */
    int unsaid() {
        return unsaid;
    }

    /** Ends that came before the least or after the greatest. */
    int outOfBounds() {
        return outOfBounds;
    }
}
