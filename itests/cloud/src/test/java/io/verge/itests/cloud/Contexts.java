package io.verge.itests.cloud;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** Contexts of bundles where there is no framework. */
final class Contexts {
    private Contexts() {}

    /** One that knows the folder of the box's state. */
    static BundleContext of(Path state) {
        Bundle bundle = fake(
                Bundle.class,
                Map.of(
                        "getVersion",
                        new Version(0, 1, 0),
                        "getHeaders",
                        FrameworkUtil.asDictionary(Map.<String, String>of())));
        return fake(BundleContext.class, Map.of("getBundle", bundle, "getProperty", state.toString()));
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new AssertionError("nobody calls " + method.getName());
                    }
                    return answer;
                }));
    }
}
