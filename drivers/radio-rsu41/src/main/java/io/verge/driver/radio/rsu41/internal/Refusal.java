package io.verge.driver.radio.rsu41.internal;

/** Why a datagram that came in was passed over. */
enum Refusal {
    /** Text without a payload. */
    NO_PAYLOAD("refused.noPayload"),
    /** Text whose payload is not octets in hexadecimal. */
    BAD_PAYLOAD("refused.badPayload"),
    /** Neither text nor a J2735 message, with or without something before it. */
    NO_MESSAGE("refused.noMessage");

    private final String counter;

    Refusal(String counter) {
        this.counter = counter;
    }

    /** The name of its counter. */
    String counter() {
        return counter;
    }
}
