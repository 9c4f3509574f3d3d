package io.verge.itests.agent;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Of a bundle that does not start. Only ever loaded by the framework, from a jar made for a test. */
public final class ThrowingActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("the release is bad");
    }

    @Override
    public void stop(BundleContext context) {
        // was never started
    }
}
