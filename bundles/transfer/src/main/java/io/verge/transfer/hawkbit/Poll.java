package io.verge.transfer.hawkbit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What a poll has brought.
 *
 * @param events empty when nothing has changed
 * @param next after which time to poll again, with jitter already
 * @param trouble why the server could not be asked, for people; empty when it has answered
 */
public record Poll(List<Event> events, Duration next, String trouble) {
    public Poll {
        events = List.copyOf(events);
    }

    Poll(List<Event> events, Duration next) {
        this(events, next, "");
    }

    static Poll failed(IOException failure, Duration next) {
        return new Poll(List.of(), next, String.valueOf(failure.getMessage()));
    }
}
