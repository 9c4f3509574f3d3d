package io.verge.device;

import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.Observation;
import io.verge.api.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The life of one device, on a thread of its own:
 *
 * <pre>
 *  CONNECTING ──opened, greeted──▶ LISTENING ──lost, error──▶ WAITING ──back-off over──▶ CONNECTING
 *       └────────failed────────────────────────────────────────▲        LISTENING ──end of a file──▶ FINISHED
 * </pre>
 *
 * A device that says nothing for longer than its limit is DEGRADED but not cut off, unless silence was declared a loss. A
 * decoder or greeting that throws what it must not is counted and waited out like a lost connection; three times within five
 * minutes and the device is QUARANTINED.
 */
public final class DeviceLoop implements AutoCloseable {
    private DeviceLoop() {}

    /** A loop to be described and started; id is the name of the device's block in the profile. */
    public static Builder of(String id, Clock clock) {
        throw new UnsupportedOperationException(id + clock);
    }

    /** How the device is now. Never blocks; any thread. */
    public DeviceStatus status() {
        throw new UnsupportedOperationException();
    }

    /** Stops: closes the connection and returns when the thread has ended, at most after two seconds. */
    @Override
    public void close() {}

    /** What a driver says of its device before it starts. */
    public static final class Builder {
        /** Counters of the driver's own, which the loop shares: it adds bytes, connects, errors, failures and frames. */
        public Builder counters(Counters counters) {
            throw new UnsupportedOperationException();
        }

        /** No observation for longer than this: DEGRADED. Without it silence is never a fault. */
        public Builder staleAfter(Duration limit) {
            throw new UnsupportedOperationException();
        }

        /** Silence for longer than this closes the connection and opens it again. */
        public Builder reconnectAfter(Duration limit) {
            throw new UnsupportedOperationException();
        }

        /** What to check when the device is silent or cannot be reached, for people. */
        public Builder remedy(String remedy) {
            throw new UnsupportedOperationException();
        }

        /** How to reach it; required. */
        public Builder connect(Connector connector) {
            throw new UnsupportedOperationException();
        }

        /** What to say after each connect. */
        public Builder greet(Greeting greeting) {
            throw new UnsupportedOperationException();
        }

        /** What to say again each time the device has been silent for the stale limit. An IOException is counted, not a loss. */
        public Builder nudge(Greeting greeting) {
            throw new UnsupportedOperationException();
        }

        /** What makes observations of its octets; required. */
        public Builder decode(Decoder decoder) {
            throw new UnsupportedOperationException();
        }

        /** Of a finite connection: waits this long after each observation. Zero is as fast as possible, the default. */
        public Builder pace(Duration period) {
            throw new UnsupportedOperationException();
        }

        /** The greatest datagram or message, octets; the default is 65,535. */
        public Builder bufferSize(int octets) {
            throw new UnsupportedOperationException();
        }

        /** What the device says of itself, for its status. */
        public Builder facts(Supplier<Map<String, String>> facts) {
            throw new UnsupportedOperationException();
        }

        /** Where observations go, on the device's thread; required. */
        public Builder publish(Consumer<? super Observation> out) {
            throw new UnsupportedOperationException();
        }

        /** Starts the thread and returns at once. */
        public DeviceLoop start() {
            throw new UnsupportedOperationException();
        }
    }
}
