package io.verge.update.internal.follow;

import java.time.Duration;

/**
 * What the profile says of releases.
 *
 * @param release that the box is to run; empty when it says nothing. The cloud's twin writes it here
 * @param attempt raised by who wants a release to be tried again that has failed here; from 1
 * @param channel whose release is followed when none is named; empty for none
 * @param source where from; empty for the first of the profile
 * @param poll how often the channel is looked at, before 20 % of chance either way
 */
public record Orders(String release, int attempt, String channel, String source, Duration poll) {
    /** Nothing by itself. */
    public static final Orders NONE = new Orders("", 1, "", "", Duration.ofHours(6));

    public Orders {
        if (attempt < 1 || poll.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("attempts count from 1, and looks are a second apart at least");
        }
    }
}
