package io.verge.itests.agent;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Of a bundle that leaves threads behind. Only ever loaded by the framework, from a jar made for a test. */
public final class LeakingActivator implements BundleActivator {
    private static final int THREADS = 60;

    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public void start(BundleContext context) {
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::waitForTheEnd, "leaked");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(BundleContext context) {
        end.countDown(); // the test goes on with the same process
    }
}
