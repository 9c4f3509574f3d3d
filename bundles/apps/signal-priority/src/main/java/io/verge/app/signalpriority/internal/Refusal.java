package io.verge.app.signalpriority.internal;

/** Why a request is rejected; counted by {@link #counter}. */
enum Refusal {
    /** Nobody has checked who sent it, and the profile does not take that. */
    UNSIGNED("rejectedUnsigned"),
    ROLE("rejectedRole"),
    REQUESTER("rejectedRequester"),
    LEVEL("rejectedLevel"),
    /** The map has no such way, or no signal rules it, or more than one does. */
    MOVEMENT("rejectedMovement"),
    /** It says neither when it arrives nor where it is and how fast. */
    NO_ARRIVAL("rejectedNoArrival"),
    TOO_LATE("rejectedTooLate"),
    /** Its arrival is so far away that it must be wrong. */
    TOO_FAR("rejectedTooFar"),
    /** The controller refuses, cannot be reached or is not there. */
    CONTROLLER("rejectedController");

    private final String counter;

    Refusal(String counter) {
        this.counter = counter;
    }

    String counter() {
        return counter;
    }
}
