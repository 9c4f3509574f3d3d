package io.verge.transfer.hawkbit;

import io.verge.transfer.Retry;
import io.verge.transfer.SourceException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often the server is asked: as it says, 20 % earlier or later by chance, since it refuses what too many boxes behind one address ask in
 * the same second. One thread.
 */
final class Rhythm {
    static final Duration SHORTEST = Duration.ofSeconds(30);
    static final Duration LONGEST_AFTER_FAILURE = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofDays(1).minusSeconds(1);
    private static final Duration USUAL = Duration.ofMinutes(5);
    private static final double JITTER = 0.2;
    private static final Pattern SLEEP = Pattern.compile("(\\d{2}):([0-5]\\d):([0-5]\\d)");

    private final RandomGenerator random;
    private final Retry retry;
    private Duration sleep = USUAL;

    Rhythm(RandomGenerator random, Retry retry) {
        this.random = random;
        this.retry = retry;
    }

    /** @param text as {@code HH:MM:SS}; anything else changes nothing */
    void set(String text) {
        Matcher time = SLEEP.matcher(text);
        if (time.matches()) {
            Duration asked = Duration.ofHours(Long.parseLong(time.group(1)))
                    .plusMinutes(Long.parseLong(time.group(2)))
                    .plusSeconds(Long.parseLong(time.group(3)));
            Duration most = asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
            sleep = most.compareTo(SHORTEST) > 0 ? most : SHORTEST;
        }
    }

    /** After an answer. */
    Duration next() {
        retry.reset();
        return jittered(sleep);
    }

    /** After a failure: not before the server wants it. */
    Duration after(SourceException failure) {
        Duration own = retry.next();
        Duration asked = jittered(failure.patience());
        Duration least = failure.patience().compareTo(asked) > 0 ? failure.patience() : asked;
        return least.compareTo(own) > 0 ? least : own;
    }

    private Duration jittered(Duration middle) {
        return Duration.ofNanos((long) (middle.toNanos() * (1 + JITTER * (2 * random.nextDouble() - 1))));
    }
}
