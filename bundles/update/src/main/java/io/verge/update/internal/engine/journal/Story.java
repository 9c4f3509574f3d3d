package io.verge.update.internal.engine.journal;

import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateWish;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one update has gone so far: all that has to outlive a restart.
 *
 * @param spent since it was asked for, while the box ran: wishes that name no end are judged by it, whatever the clock is set to
 * @param before the generation that ran before the switch; {@link #NONE} until then
 * @param generation that is switched to; {@link #NONE} before there is one
 * @param local whether that generation was on the box already, so that no repository is asked
 * @param sample how well the box did before the switch, as text; empty until then
 * @param counters of the release's bundles by symbolic name, which rise when it is committed
 * @param reason why it waits, or has ended
 * @param cancelled why it was given up; empty when it was not
 * @param ends how often the process has ended while the new set was watched
 * @param ready whether all was there for the switch once: metadata that has expired since is waited for
 * @param undoneIn how long going back took; null before that, or when it is not known
 */
public record Story(
        UpdateWish wish,
        Instant began,
        Duration spent,
        Phase phase,
        Instant since,
        int before,
        int generation,
        boolean local,
        String sample,
        Map<String, Long> counters,
        Reason reason,
        String cancelled,
        int ends,
        boolean ready,
        @Nullable Duration undoneIn) {
    /** Instead of the number of a generation. */
    public static final int NONE = -1;

    public Story {
        counters = Map.copyOf(counters);
        cancelled = Reason.line(cancelled);
    }

    /** One that has just been asked for. */
    public static Story of(UpdateWish wish, Instant now) {
        return begun(wish, now, NONE);
    }

    /** One that goes to a generation that the box has. */
    public static Story local(UpdateWish wish, int generation, Instant now) {
        return begun(wish, now, generation);
    }

    private static Story begun(UpdateWish wish, Instant now, int generation) {
        return new Story(
                wish,
                now,
                Duration.ZERO,
                Phase.METADATA,
                now,
                NONE,
                generation,
                generation != NONE,
                "",
                Map.of(),
                Reason.NONE,
                "",
                0,
                false,
                null);
    }

    /** What of a story changes; all else stays as it is. */
    private static final class Draft {
        private final Story from;
        private Duration spent;
        private Phase phase;
        private Instant since;
        private int before;
        private int generation;
        private String sample;
        private Map<String, Long> counters;
        private Reason reason;
        private String cancelled;
        private int ends;
        private boolean ready;
        private @Nullable Duration undoneIn;

        Draft(Story from) {
            this.from = from;
            spent = from.spent;
            phase = from.phase;
            since = from.since;
            before = from.before;
            generation = from.generation;
            sample = from.sample;
            counters = from.counters;
            reason = from.reason;
            cancelled = from.cancelled;
            ends = from.ends;
            ready = from.ready;
            undoneIn = from.undoneIn;
        }

        Story story() {
            return new Story(
                    from.wish,
                    from.began,
                    spent,
                    phase,
                    since,
                    before,
                    generation,
                    from.local,
                    sample,
                    counters,
                    reason,
                    cancelled,
                    ends,
                    ready,
                    undoneIn);
        }
    }

    private Story with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.story();
    }

    /** In another phase, of which there is nothing to say yet. */
    public Story to(Phase next, Instant now) {
        return to(next, now, Reason.NONE);
    }

    /** In another phase, and why. */
    public Story to(Phase next, Instant now, Reason because) {
        return with(draft -> {
            draft.phase = next;
            draft.since = now;
            draft.reason = because;
        });
    }

    /** In the same phase, with something to say of it. */
    public Story because(Reason other) {
        return with(draft -> draft.reason = other);
    }

    /** It took so long since it was asked for. */
    public Story spending(Duration time) {
        return with(draft -> draft.spent = time);
    }

    /** Its generation is there, and what its bundles count. */
    public Story staged(int number, Map<String, Long> newCounters) {
        return with(draft -> {
            draft.generation = number;
            draft.counters = newCounters;
            draft.ready = true;
        });
    }

    /** What ran before the switch, and how well. */
    public Story leaving(int number, String newSample) {
        return with(draft -> {
            draft.before = number;
            draft.sample = newSample;
        });
    }

    /** The process has ended once more. */
    public Story interrupted() {
        return with(draft -> draft.ends++);
    }

    /** What ran before runs again, after so long; null when that is not known. */
    public Story undoneIn(@Nullable Duration time) {
        return with(draft -> draft.undoneIn = time);
    }

    /** From the start again, as after a restart. */
    public Story again(Instant now) {
        return to(Phase.METADATA, now).with(draft -> {
            draft.generation = local ? generation : NONE;
            draft.counters = local ? counters : Map.of();
        });
    }

    /** Given up by somebody. */
    public Story cancelledFor(String why) {
        return with(draft -> draft.cancelled = why.isBlank() ? "nobody said why" : why);
    }

    public boolean isCancelled() {
        return !cancelled.isEmpty();
    }

    /** Without what nobody needs once it is over. */
    public Story forHistory() {
        return with(draft -> {
            draft.sample = "";
            draft.counters = Map.of();
        });
    }

    /**
     * As others see it.
     *
     * @param plan null before it is known
     */
    public UpdateEntry entry(long fetched, long total, @Nullable UpdatePlan plan) {
        return new UpdateEntry(
                wish,
                phase,
                since,
                began,
                Math.max(0, generation),
                fetched,
                total,
                reason.code(),
                reason.why(),
                reason.remedy(),
                undoneIn,
                plan);
    }
}
