package io.verge.replay.internal;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** As much of a framework as a replay looks at. */
final class FakeFramework {
    /** What was registered and not unregistered. */
    final List<Object> services = new ArrayList<>();

    private final List<ServiceListener> listeners = new ArrayList<>();
    private volatile int state = Bundle.STARTING;

    BundleContext context() {
        Bundle framework = proxy(Bundle.class, (method, args) -> state);
        ServiceReference<?> reference = proxy(ServiceReference.class, (method, args) -> "");
        return proxy(BundleContext.class, (method, args) -> switch (method) {
            case "getBundle" -> framework;
            case "addServiceListener" -> listeners.add((ServiceListener) args[0]);
            case "removeServiceListener" -> listeners.remove((ServiceListener) args[0]);
            case "registerService" -> {
                services.add(args[1]);
                yield proxy(ServiceRegistration.class, (call, none) -> {
                    services.remove(args[1]);
                    return reference;
                });
            }
            default -> throw new AssertionError("nobody calls " + method);
        });
    }

    void started() {
        state = Bundle.ACTIVE;
    }

    void serviceComes() {
        ServiceReference<?> reference = proxy(ServiceReference.class, (method, args) -> "");
        listeners.forEach(each -> each.serviceChanged(new ServiceEvent(ServiceEvent.REGISTERED, reference)));
    }

    private interface Answer {
        Object to(String method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Object result = answer.to(method.getName(), args);
            return method.getReturnType() == void.class ? null : result;
        }));
    }
}
