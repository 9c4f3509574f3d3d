package io.verge.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Configurations for tests: what a profile gives that says nothing but what the test says. */
public final class Defaults {
    private Defaults() {}

    /**
     * A configuration with the defaults of its type.
     *
     * @param given key, value, key, value …: what differs, and what has no default; {@code id} need not be given
     */
    public static <C extends Annotation> C of(Class<C> config, Object... given) {
        Map<String, Object> values = new HashMap<>();
        for (Method key : config.getDeclaredMethods()) {
            values.put(key.getName(), key.getName().equals("id") ? "test" : key.getDefaultValue());
        }
        for (int i = 0; i < given.length; i += 2) {
            String key = (String) given[i];
            if (!values.containsKey(key)) {
                throw new IllegalArgumentException(config.getSimpleName() + " has no key " + key);
            }
            values.put(key, given[i + 1]);
        }
        return config.cast(
                Proxy.newProxyInstance(config.getClassLoader(), new Class<?>[] {config}, (proxy, method, arguments) -> {
                    if (!values.containsKey(method.getName())) {
                        throw new AssertionError("nobody calls " + method.getName());
                    }
                    return values.get(method.getName());
                }));
    }
}
