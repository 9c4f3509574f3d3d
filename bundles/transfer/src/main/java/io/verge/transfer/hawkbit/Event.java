package io.verge.transfer.hawkbit;

/** What a poll has brought. */
public sealed interface Event {
    /** A release is to be installed. */
    record Deploy(Offer offer) implements Event {}

    /** Somebody has to agree to it first. */
    record Confirm(Offer offer) implements Event {}

    /**
     * An action is to be stopped.
     *
     * @param action the server's number of the cancellation, which is answered
     * @param stops the action that is not wanted any more
     */
    record Cancel(String action, String stops) implements Event {}

    /** The server wants to know the attributes of the box. */
    record Describe() implements Event {}
}
