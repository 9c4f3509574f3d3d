package io.verge.replay.internal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;

/**
 * Whether all that takes part is there: the framework has started, and no service has come or gone since the last question.
 * Who joins a replay late would see other scenes than who is there from the first frame on.
 */
final class Quiet implements BooleanSupplier, ServiceListener, AutoCloseable {
    private final BundleContext context;
    private final Bundle framework;
    private final AtomicLong changes = new AtomicLong();
    private long seen = -1;

    Quiet(BundleContext context) {
        this.context = context;
        framework = context.getBundle(Constants.SYSTEM_BUNDLE_ID);
        context.addServiceListener(this);
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        changes.incrementAndGet();
    }

    @Override
    public boolean getAsBoolean() {
        long before = seen;
        seen = changes.get();
        return framework.getState() == Bundle.ACTIVE && seen == before;
    }

    @Override
    public void close() {
        context.removeServiceListener(this);
    }
}
