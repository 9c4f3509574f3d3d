package io.verge.perception.internal;

import java.util.Objects;

/** The configuration as it is when nobody sets anything. */
final class Defaults {
    private Defaults() {}

    @PerceptionConfig
    private static final class Holder {}

    static PerceptionConfig config() {
        return Objects.requireNonNull(Holder.class.getAnnotation(PerceptionConfig.class));
    }

    static Settings settings() {
        return Settings.of(config());
    }
}
