package io.verge.cloud.internal.twin;

import io.verge.api.time.Clock;
import io.verge.json.tree.JsonTree;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code twin/desired}. Whose it is the topic says, never the document; members that are not known are passed over, so
 * that a newer cloud can say more.
 *
 * @param made when the cloud made it; null when it does not say
 * @param expires after which it is not to be taken any more; null when always
 */
record DesiredDocument(Wish wish, @Nullable Instant made, @Nullable Instant expires) {
    /** The largest document, octets. */
    static final int LARGEST = 64 * 1024;
    /** Keys below {@code profile} at most: {@code devices.radar-ne.mount.east} has four. */
    static final int DEEPEST = 6;
    /** The document, the profile and what is below. */
    private static final JsonTreeReader READER = JsonTreeReader.of(LARGEST, DEEPEST + 1);
    /** The greatest whole number that every reader of JSON keeps exactly (RFC 7493 §2.2). */
    private static final BigDecimal GREATEST = BigDecimal.valueOf((1L << 53) - 1);
    /** By how much the clocks of cloud and box may differ beside the box's known error. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /**
     * Reads one.
     *
     * @throws RefusedException when it is malformed, too large or too deep
     */
    static DesiredDocument read(ByteBuffer content) throws RefusedException {
        try {
            Map<String, Object> document = READER.object(content);
            if (!(document.get("profile") instanceof Map<?, ?>)) {
                throw new RefusedException("profile: an object of sections was expected");
            }
            Wish wish = new Wish(
                    whole(document, "epoch"), whole(document, "version"), JsonTree.map(document.get("profile")));
            return new DesiredDocument(wish, time(document, "time"), time(document, "expires"));
        } catch (JsonTreeException | IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Refuses what is from the future or has expired. A clock whose error nobody knows judges nothing: a configuration must reach a
     * box that has no time yet.
     */
    void checkTime(Clock clock) throws RefusedException {
        Duration error = clock.quality().error();
        if (error == null) {
            return;
        }
        Instant now = clock.now();
        Duration slack = error.plus(TOLERANCE);
        if (made != null && made.isAfter(now.plus(slack))) {
            throw new RefusedException("time: it was made at " + made + ", which is in the future; here it is " + now);
        }
        if (expires != null && expires.isBefore(now.minus(error))) {
            throw new RefusedException("expires: it has expired at " + expires + "; here it is " + now);
        }
    }

    private static long whole(Map<String, Object> document, String key) throws RefusedException {
        if (document.get(key) instanceof BigDecimal number
                && number.signum() > 0
                && number.compareTo(GREATEST) <= 0
                && number.stripTrailingZeros().scale() <= 0) {
            return number.longValueExact();
        }
        throw new RefusedException(key + ": a whole number from 1 to 2^53 - 1 was expected");
    }

    private static @Nullable Instant time(Map<String, Object> document, String key) throws RefusedException {
        Object value = document.get(key);
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(String.valueOf(value)).toInstant();
        } catch (DateTimeException e) {
            throw new RefusedException(key + ": a time such as 2026-12-31T18:00:00Z was expected");
        }
    }
}
