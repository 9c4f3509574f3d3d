package io.verge.device;

import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.Observation;
import io.verge.api.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The life of one device, on a daemon thread of its own, {@code device-<id>}:
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
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final LoopPlan plan;
    private final StatusBoard board;
    private final LoopRun run;
    private final Thread thread;

    private DeviceLoop(LoopPlan plan) {
        this.plan = plan;
        board = new StatusBoard(plan);
        run = new LoopRun(plan, board);
        thread = new Thread(run, "device-" + plan.id());
        thread.setDaemon(true);
    }

    /** A loop to be described and started; id is the name of the device's block in the profile. */
    public static Builder of(String id, Clock clock) {
        return of(id, clock, new SplittableRandom());
    }

    /** The same with the randomness of its back-off owned by the caller. */
    static Builder of(String id, Clock clock, RandomGenerator random) {
        return new Builder(id, clock, random);
    }

    /** How the device is now. Never blocks; any thread. */
    public DeviceStatus status() {
        return new DeviceStatus(
                board.status(), board.lastFrame(), plan.counters().snapshot(), facts());
    }

    private Map<String, String> facts() {
        try {
            return Collections.unmodifiableSortedMap(new TreeMap<>(plan.facts().get()));
        } catch (RuntimeException e) {
            // A driver's mistake must not hide how its device is.
            return Map.of("facts", "not to be had: " + e);
        }
    }

    /** Stops: closes the connection and returns when the thread has ended, at most after two seconds. */
    @Override
    public void close() {
        run.close();
        thread.interrupt();
        board.stop();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a driver says of its device before it starts. */
    public static final class Builder {
        private static final int DEFAULT_BUFFER = 65_535;

        private final String id;
        private final Clock clock;
        private final RandomGenerator random;
        private Counters counters = new Counters();
        private @Nullable Duration staleAfter;
        private @Nullable Duration reconnectAfter;
        private String remedy = "check the device's power, its cable and its address in the profile";
        private @Nullable Connector connector;
        private Greeting greeting = connection -> {};
        private @Nullable Greeting nudge;
        private @Nullable Decoder decoder;
        private Duration pace = Duration.ZERO;
        private int bufferSize = DEFAULT_BUFFER;
        private Supplier<Map<String, String>> facts = Map::of;
        private @Nullable Consumer<? super Observation> out;

        private Builder(String id, Clock clock, RandomGenerator random) {
            this.id = id;
            this.clock = clock;
            this.random = random;
        }

        /** Counters of the driver's own, which the loop shares: it adds bytes, connects, errors, failures and frames. */
        public Builder counters(Counters counters) {
            this.counters = counters;
            return this;
        }

        /** No observation for longer than this: DEGRADED. Without it silence is never a fault. */
        public Builder staleAfter(Duration limit) {
            staleAfter = positive("staleAfter", limit);
            return this;
        }

        /** Silence, so no observation, for longer than this closes the connection and opens it again. */
        public Builder reconnectAfter(Duration limit) {
            reconnectAfter = positive("reconnectAfter", limit);
            return this;
        }

        /** What to check when the device is silent or cannot be reached, for people. */
        public Builder remedy(String remedy) {
            this.remedy = remedy;
            return this;
        }

        /** How to reach it; required. */
        public Builder connect(Connector connector) {
            this.connector = connector;
            return this;
        }

        /** What to say after each connect. */
        public Builder greet(Greeting greeting) {
            this.greeting = greeting;
            return this;
        }

        /**
         * What to say again each time the device has been silent for the stale limit, which must be given. An IOException is
         * counted, not a loss.
         */
        public Builder nudge(Greeting greeting) {
            nudge = greeting;
            return this;
        }

        /** What makes observations of its octets; required. */
        public Builder decode(Decoder decoder) {
            this.decoder = decoder;
            return this;
        }

        /** Of a finite connection: waits this long after each observation. Zero is as fast as possible, the default. */
        public Builder pace(Duration period) {
            if (period.isNegative()) {
                throw new IllegalArgumentException("pace is not negative: " + period);
            }
            pace = period;
            return this;
        }

        /** The greatest datagram or message, octets; the default is 65,535. */
        public Builder bufferSize(int octets) {
            if (octets < 1) {
                throw new IllegalArgumentException("bufferSize is at least 1: " + octets);
            }
            bufferSize = octets;
            return this;
        }

        /** What the device says of itself, for its status. */
        public Builder facts(Supplier<Map<String, String>> facts) {
            this.facts = facts;
            return this;
        }

        /** Where observations go, on the device's thread; required. */
        public Builder publish(Consumer<? super Observation> out) {
            this.out = out;
            return this;
        }

        /** Starts the thread and returns at once. */
        public DeviceLoop start() {
            if (nudge != null && staleAfter == null) {
                throw new IllegalStateException(id + ": a nudge needs staleAfter");
            }
            DeviceLoop loop = new DeviceLoop(new LoopPlan(
                    id,
                    clock,
                    random,
                    counters,
                    staleAfter,
                    reconnectAfter,
                    remedy,
                    Objects.requireNonNull(connector, "connect"),
                    greeting,
                    nudge,
                    Objects.requireNonNull(decoder, "decode"),
                    pace,
                    bufferSize,
                    facts,
                    Objects.requireNonNull(out, "publish")));
            loop.thread.start();
            return loop;
        }

        private static Duration positive(String what, Duration limit) {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException(what + " is greater than zero: " + limit);
            }
            return limit;
        }
    }
}
