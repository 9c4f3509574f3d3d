package io.verge.app.signalpriority.internal;

import io.verge.api.announcement.PriorityAnnouncement.Answer;

/**
 * How far a request is. Looked at anew with every scene; {@link Dispatcher} holds the rule of each arrow.
 *
 * <pre>
 *                  ┌───── waiting ─────┐
 *  heard ──may────▶│ REQUESTED too soon│──in time, free──▶ PROCESSING ──────green is shown──────▶ GRANTED
 *    │             │ LOCKED      lately│◀──an emergency──── PROCESSING ◀──green ended too soon───── GRANTED
 *    │             │ WATCHING     taken│◀──an emergency─────────────────────────────────────────── GRANTED
 *    │             └───────────────────┘
 *    │ may not      too late │  ▲ changed by its requester
 *    │                       ▼  │
 *    └────────────────────▶ REJECTED ◀──controller refuses── PROCESSING
 *
 *  PROCESSING, GRANTED ──asked too long──▶ MAX_PRESENCE
 *  GRANTED ──green ended, has arrived──▶ GONE
 *  any ──cancelled, its time is over──▶ GONE
 * </pre>
 *
 * The three of waiting change into each other as the place is taken, given back and locked.
 */
enum TicketState {
    REQUESTED(Answer.REQUESTED),
    WATCHING(Answer.WATCH_OTHER_TRAFFIC),
    LOCKED(Answer.RESERVICE_LOCKED),
    PROCESSING(Answer.PROCESSING),
    GRANTED(Answer.GRANTED),
    MAX_PRESENCE(Answer.MAX_PRESENCE),
    REJECTED(Answer.REJECTED),
    /** To be forgotten; announced no more. */
    GONE(Answer.REJECTED);

    private final Answer answer;

    TicketState(Answer answer) {
        this.answer = answer;
    }

    /** What the requester is told. */
    Answer answer() {
        return answer;
    }

    /** Whether the controller is asked for it. */
    boolean active() {
        return switch (this) {
            case PROCESSING, GRANTED -> true;
            case REQUESTED, WATCHING, LOCKED, MAX_PRESENCE, REJECTED, GONE -> false;
        };
    }
}
