package io.verge.gate.internal;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;

/** A configuration with the defaults of its attributes, as the framework makes it. */
final class Configured {
    private Configured() {}

    /** All defaults but these, by the name of the attribute's method. */
    static GateConfig with(Map<String, Object> values) {
        return (GateConfig) Proxy.newProxyInstance(
                GateConfig.class.getClassLoader(), new Class<?>[] {GateConfig.class}, (proxy, method, arguments) -> {
                    Object value = values.get(method.getName());
                    return value != null ? value : Objects.requireNonNull(method.getDefaultValue(), method::getName);
                });
    }
}
