package io.verge.itests.agent;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Of a bundle that takes all the memory there is. Only ever loaded by the framework, from a jar made for a test. */
public final class HoardingActivator implements BundleActivator {
    private static final int PIECE = 1 << 20;

    private final List<byte[]> hoard = new ArrayList<>();

    @Override
    public void start(BundleContext context) {
        Thread thread = new Thread(this::takeAll, "hoard");
        thread.setDaemon(true);
        thread.start();
    }

    private void takeAll() {
        while (!Thread.currentThread().isInterrupted()) {
            hoard.add(new byte[PIECE]);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // the process is gone before
    }
}
