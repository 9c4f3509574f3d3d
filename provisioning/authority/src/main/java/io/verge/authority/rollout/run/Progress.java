package io.verge.authority.rollout.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far it is with one box.
 *
 * @param attempt number of the wish that is or will be asked, from 1; a box never begins the same wish twice
 * @param asked when the box was asked; while it is PLANNED, when asking it began, and it may have been; null before
 * @param since when it came into this state
 * @param phase of the update as the box last said; empty before
 * @param why it failed, or what it waits for; empty when there is nothing to say
 * @param withdraw the wish has to be taken back, and that has not been done
 * @param known somebody has said to go on in spite of this failure
 */
public record Progress(
        BoxState state,
        int attempt,
        @Nullable Instant asked,
        Instant since,
        String phase,
        String why,
        boolean withdraw,
        boolean known) {
    static Progress planned(int attempt, Instant now) {
        return new Progress(BoxState.PLANNED, attempt, null, now, "", "", false, false);
    }

    /** It is asked next: who dies behind that does not know whether it was. */
    Progress asking(Instant now) {
        return asked == null ? new Progress(state, attempt, now, since, phase, why, withdraw, known) : this;
    }

    Progress asked(Instant now) {
        return new Progress(BoxState.ASKED, attempt, now, now, "", "", false, false);
    }

    /** On it, or over: as the box says. */
    Progress to(BoxState next, String saidPhase, String saidWhy, Instant now) {
        return new Progress(next, attempt, asked, next == state ? since : now, saidPhase, saidWhy, withdraw, known);
    }

    /** It runs the release; a wish that is fulfilled need not be taken back. */
    Progress done(String saidPhase, Instant now) {
        return new Progress(BoxState.DONE, attempt, asked, now, saidPhase, "", false, known);
    }

    /** Its time is over; a box that wakes later shall not update beside its neighbours. */
    Progress silent(String reason, Instant now) {
        return new Progress(BoxState.SILENT, attempt, asked, now, phase, reason, true, known);
    }

    /** What was asked is taken back. */
    Progress takenBack(BoxState next, Instant now) {
        return new Progress(next, attempt, asked, now, phase, "", mayBeAsked() || withdraw, known);
    }

    Progress withdrawn() {
        return state == BoxState.PLANNED
                ? new Progress(state, attempt + 1, null, since, phase, why, false, known)
                : new Progress(state, attempt, asked, since, phase, why, false, known);
    }

    Progress again(Instant now) {
        // A wish that still has to be taken back gets its next number when it is.
        return new Progress(BoxState.PLANNED, withdraw ? attempt : attempt + 1, null, now, "", "", withdraw, false);
    }

    Progress accepted() {
        return new Progress(state, attempt, asked, since, phase, why, withdraw, true);
    }

    /** Whether what was asked can still be taken back without anything having been changed, as far as the box has said. */
    boolean isHarmless() {
        return state == BoxState.ASKED
                || (state == BoxState.PLANNED && mayBeAsked())
                || (state == BoxState.WORKING && Word.isHarmless(phase));
    }

    private boolean mayBeAsked() {
        return state.isOpen() || (state == BoxState.PLANNED && asked != null);
    }
}
