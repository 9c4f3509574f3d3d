package io.verge.itests.agent;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Of a bundle that ends the process when all seems well. Only ever loaded by the framework, from a jar made for a test. */
public final class LateExitActivator implements BundleActivator {
    private static final int SECONDS = 7;

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public void start(BundleContext context) {
        Thread thread = new Thread(this::endLater, "late exit");
        thread.setDaemon(true);
        thread.start();
    }

    private void endLater() {
        try {
            if (!stopped.await(SECONDS, TimeUnit.SECONDS)) {
                System.exit(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(BundleContext context) {
        stopped.countDown();
    }
}
