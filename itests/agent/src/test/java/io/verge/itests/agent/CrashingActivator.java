package io.verge.itests.agent;

import java.lang.reflect.Field;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Of a bundle that writes to address 0, as a fault in a library of C does. Only ever loaded by the framework, from a jar made for a test. */
public final class CrashingActivator implements BundleActivator {
    /** By the system's class loader: the framework does not offer the package to bundles. */
    @Override
    public void start(BundleContext context) throws ReflectiveOperationException {
        Class<?> type = ClassLoader.getSystemClassLoader().loadClass("sun.misc.Unsafe");
        Field one = type.getDeclaredField("theUnsafe");
        one.setAccessible(true);
        type.getMethod("putAddress", long.class, long.class).invoke(one.get(null), 0L, 0L);
    }

    @Override
    public void stop(BundleContext context) {
        // was never started
    }
}
