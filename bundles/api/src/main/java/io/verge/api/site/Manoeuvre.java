package io.verge.api.site;

/** What may be done at the end of a lane. */
public enum Manoeuvre {
    STRAIGHT,
    LEFT,
    RIGHT,
    U_TURN
}
