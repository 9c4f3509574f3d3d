package io.verge.cloud.internal.command;

import io.verge.api.time.Clock;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/**
 * A command that can be run, or has been.
 *
 * @param id its correlation data in hexadecimal: what is asked for with the same data is the same request
 * @param expires after which it must not run
 * @param content JSON, or nothing
 */
record Request(String id, String name, Instant expires, ByteBuffer content) {
    /** The largest content, octets. */
    static final int LARGEST = 64 * 1024;
    /** Objects and arrays within each other at most. */
    static final int DEEPEST = 8;

    private static final JsonTreeReader READER = JsonTreeReader.of(LARGEST, DEEPEST);
    /** A request that is longer valid could come again after the journal has forgotten it. */
    static final Duration FARTHEST = Duration.ofDays(6);

    /** User property with the time after which the request must not run. */
    static final String EXPIRES = "expires";

    /** @throws RefusedException when it is not as the contract says */
    static Request read(Inbound message, String name) throws RefusedException {
        ByteBuffer correlation = message.correlation();
        if (correlation == null || !correlation.hasRemaining()) {
            throw bad("correlation data is missing: 1 to 64 octets that no other request has");
        }
        if (correlation.remaining() > Address.LONGEST_CORRELATION) {
            throw bad("correlation data: at most 64 octets are taken, and these are " + correlation.remaining());
        }
        if (message.expirySeconds() == null) {
            throw bad("message expiry is missing");
        }
        byte[] id = new byte[correlation.remaining()];
        correlation.get(id);
        ByteBuffer content = message.content();
        if (content.hasRemaining()) {
            checkJson(content);
        }
        return new Request(HexFormat.of().formatHex(id), name, expires(message), content);
    }

    private static void checkJson(ByteBuffer content) throws RefusedException {
        try {
            READER.read(content);
        } catch (JsonTreeException e) {
            throw bad("content: " + e.getMessage());
        }
    }

    private static Instant expires(Inbound message) throws RefusedException {
        String said = message.properties().get(EXPIRES);
        if (said == null) {
            throw bad("the user property expires is missing: a time such as 2026-12-31T18:00:00Z");
        }
        try {
            return OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeException e) {
            throw bad("the user property expires: a time such as 2026-12-31T18:00:00Z was expected");
        }
    }

    /**
     * Whether it may run now. What may be too late by the clock's error does not run.
     *
     * @param left of the message expiry, seconds, as the broker said
     */
    void checkTime(Clock clock, long left) throws RefusedException {
        if (left <= 0) {
            throw new RefusedException(Reply.EXPIRED, "the message has expired");
        }
        Duration error = clock.quality().error();
        if (error == null) {
            throw new RefusedException(
                    Reply.UNSURE, "the box does not know the time well enough to say whether this is too late");
        }
        Instant now = clock.now();
        if (expires.isBefore(now.minus(error))) {
            throw new RefusedException(Reply.EXPIRED, "it has expired at " + expires + "; here it is " + now);
        }
        if (expires.isBefore(now.plus(error))) {
            throw new RefusedException(
                    Reply.UNSURE,
                    "here it is " + now + " give or take " + error.toMillis() + " ms: it may be too late");
        }
        if (expires.isAfter(now.plus(FARTHEST))) {
            throw bad("the user property expires: at most 6 days from now were expected; here it is " + now);
        }
    }

    /**
     * How long it may run: until the first of its two expiries. Not negative when {@link #checkTime} has let it pass.
     *
     * @param left of the message expiry, seconds, as the broker said
     */
    Duration timeLeft(Clock clock, long left) {
        Duration said = Duration.between(clock.now(), expires);
        Duration message = Duration.ofSeconds(left);
        return said.compareTo(message) < 0 ? said : message;
    }

    private static RefusedException bad(String why) {
        return new RefusedException(Reply.BAD, why);
    }
}
