package io.verge.driver.recording.internal;

/** A line of a recording is not what the format says; the message names key, what was found and what was expected. */
final class BadLineException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int MAX_LENGTH = 200;

    BadLineException(String message) {
        super(message.length() <= MAX_LENGTH ? message : message.substring(0, MAX_LENGTH) + "…");
    }

    BadLineException(String key, String found, String expected) {
        this(key + " is " + found + ", expected " + expected);
    }

    static BadLineException missing(String key) {
        return new BadLineException(key + " is missing");
    }
}
