package io.verge.gate.internal;

/** Why a message is not sent. */
enum Reason {
    /** What it says is not true any more. */
    TOO_OLD("too-old"),
    /** Its time lies ahead of the clock: one of the two is wrong. */
    FUTURE("future"),
    /** The box took too long to make it. */
    LATE("late"),
    /** Signal groups that exclude each other are, or were a moment ago, green together. */
    CONFLICTING_GREENS("conflicting-greens"),
    /** Nobody could tell when its times are, for the box's clock is off. */
    CLOCK("clock"),
    /** It concerns places that are not this box's. */
    AREA("area"),
    /** Too many announcements, or too many octets. */
    RATE("rate"),
    /** The radios cannot keep up. */
    QUEUE_FULL("queue-full"),
    NO_RADIO("no-radio"),
    /** A radio did not take it; another may have. */
    RADIO_ERROR("radio-error");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** As in reports. */
    String text() {
        return text;
    }
}
