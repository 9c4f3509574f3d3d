package io.verge.update.internal;

import java.util.Dictionary;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What the test's bundles do: register a service, and throw when their manifest says so. Packed into their jars. */
public final class TestActivator implements BundleActivator {
    static final String FAILS = "Test-Fails";

    @Override
    public void start(BundleContext context) {
        failIf(context, "start");
        context.registerService(Runnable.class, () -> {}, null);
    }

    @Override
    public void stop(BundleContext context) {
        failIf(context, "stop");
    }

    private static void failIf(BundleContext context, String when) {
        Dictionary<String, String> headers = context.getBundle().getHeaders();
        if (when.equals(headers.get(FAILS))) {
            throw new IllegalStateException("no radar at " + when);
        }
    }
}
