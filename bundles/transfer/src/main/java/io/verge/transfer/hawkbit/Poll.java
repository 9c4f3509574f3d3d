package io.verge.transfer.hawkbit;

import java.time.Duration;
import java.util.List;

/**
 * What a poll has brought.
 *
 * @param events empty when nothing has changed
 * @param next after which time to poll again, with jitter already
 */
public record Poll(List<Event> events, Duration next) {
    public Poll {
        events = List.copyOf(events);
    }
}
