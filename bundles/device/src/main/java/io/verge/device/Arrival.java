package io.verge.device;

import io.verge.api.time.Stamps;
import java.time.Instant;

/**
 * When octets came in.
 *
 * @param time on the wall clock
 * @param nanos on the monotonic clock
 */
public record Arrival(Instant time, long nanos) {
    public Stamps stamps() {
        return Stamps.received(nanos);
    }
}
