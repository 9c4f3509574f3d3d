package io.verge.device;

import io.verge.api.observation.Observation;
import io.verge.api.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All that a driver and the box say before the loop starts; see {@link DeviceLoop.Builder}. */
record LoopPlan(
        String id,
        Clock clock,
        RandomGenerator random,
        Counters counters,
        @Nullable Duration staleAfter,
        @Nullable Duration reconnectAfter,
        String remedy,
        Connector connector,
        Greeting greeting,
        @Nullable Greeting nudge,
        Decoder decoder,
        Duration pace,
        int bufferSize,
        Supplier<Map<String, String>> facts,
        Consumer<? super Observation> out) {
    private static final Duration GREATEST_WAKE = Duration.ofSeconds(1);
    private static final Duration LEAST_WAKE = Duration.ofMillis(1);

    /** How long a read may wait: a third of the shortest limit, so that silence is noticed soon after it is too long. */
    Duration wake() {
        Duration wake = shorter(shorter(GREATEST_WAKE, staleAfter), reconnectAfter);
        return wake.compareTo(LEAST_WAKE) < 0 ? LEAST_WAKE : wake;
    }

    private static Duration shorter(Duration wake, @Nullable Duration limit) {
        if (limit == null) {
            return wake;
        }
        Duration third = limit.dividedBy(3);
        return third.compareTo(wake) < 0 ? third : wake;
    }
}
