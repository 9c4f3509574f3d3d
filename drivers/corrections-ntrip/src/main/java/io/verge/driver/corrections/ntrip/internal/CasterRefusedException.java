package io.verge.driver.corrections.ntrip.internal;

import java.io.IOException;

/** The caster has answered, but does not send what was asked for; the message says what it said. */
final class CasterRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String remedy;

    /**
     * @param code for machines
     * @param remedy for people
     */
    CasterRefusedException(String code, String message, String remedy) {
        super(message);
        this.code = code;
        this.remedy = remedy;
    }

    String code() {
        return code;
    }

    String remedy() {
        return remedy;
    }
}
