package io.verge.update.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one bundle becomes another version of itself, and itself again, where it is. */
public final class InPlace {
    private static final Logger LOG = LoggerFactory.getLogger(InPlace.class);

    private InPlace() {}

    /** Puts the old one back; returns what to say of it, after its name and version. */
    static String putBack(Bundle bundle, @Nullable Path old, boolean ran) {
        if (old == null) {
            return " could not be put back: its file is gone";
        }
        try {
            bundle.stop(); // or the framework would start it as soon as it is updated
            update(bundle, old);
            if (ran) {
                bundle.start();
            }
            return ran ? " runs again" : " is back, and stopped as before";
        } catch (BundleException | IOException e) {
            LOG.error("bundle {} could not be put back", bundle.getSymbolicName(), e);
            return " could not be put back: " + reason(e);
        }
    }

    static void update(Bundle bundle, Path jar) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.update(in);
        }
    }

    /** The framework says that an activator threw; what it threw says why. */
    static String reason(Exception e) {
        Throwable cause = e instanceof BundleException ? e.getCause() : null;
        return e.getMessage() + (cause == null ? "" : " (" + cause + ")");
    }

    /** An activator that throws when it is stopped is stopped all the same. */
    public static void stopQuietly(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            LOG.warn("bundle {} failed while it was stopped", bundle.getSymbolicName(), e);
        }
    }

    /** Whether it runs, or would if it could. */
    static boolean isToRun(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }
}
