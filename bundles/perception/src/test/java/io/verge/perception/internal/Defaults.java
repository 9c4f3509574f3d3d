package io.verge.perception.internal;

import java.lang.reflect.Proxy;
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

    /** With one value set. */
    static Settings with(String name, Object value) {
        PerceptionConfig defaults = config();
        return Settings.of((PerceptionConfig) Proxy.newProxyInstance(
                PerceptionConfig.class.getClassLoader(),
                new Class<?>[] {PerceptionConfig.class},
                (proxy, method, arguments) ->
                        method.getName().equals(name) ? value : method.invoke(defaults, arguments)));
    }
}
