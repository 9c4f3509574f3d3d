package io.verge.itests.agent;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Of a bundle that takes the whole process with it. Only ever loaded by the framework, from a jar made for a test. */
public final class ExitingActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        System.exit(0);
    }

    @Override
    public void stop(BundleContext context) {
        // was never started
    }
}
