package io.verge.update.internal;

import java.util.Dictionary;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What the test's bundles do: register a service, and throw or hang when their manifest says so. Packed into their jars. */
public final class TestActivator implements BundleActivator {
    public static final String FAILS = "Test-Fails";

    /** Its bundle hangs at this. */
    public static final String HANGS = "Test-Hangs";

    @Override
    public void start(BundleContext context) throws InterruptedException {
        failIf(context, "start");
        if ("start".equals(context.getBundle().getHeaders().get(HANGS))) {
            new CountDownLatch(1).await();
        }
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
