package io.verge.agent.launcher;

import io.verge.agent.launcher.Health.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Looks four times a second, on a thread of its own since a bundle may never return from its start, until the set is healthy or has
 * failed.
 */
final class HealthWatch implements Watch {
    private static final int LOOKS_PER_SECOND = 4;

    private final Health health;
    private final int lastLevel;
    private final Runnable healthy;
    private final Consumer<String> failed;
    private final CountDownLatch ended = new CountDownLatch(1);
    /** Why bundles did not start, by id. */
    private final Map<Long, String> errors = new ConcurrentHashMap<>();

    private volatile @Nullable Framework framework;

    /**
     * @param lastLevel the framework's start level when all is started
     * @param steadySeconds how long all must be well
     * @param limitSeconds by when the last level must be reached
     * @param healthy called once, at most one of the two
     * @param failed likewise, with the reason
     */
    HealthWatch(
            boolean proven,
            int lastLevel,
            int steadySeconds,
            int limitSeconds,
            Runnable healthy,
            Consumer<String> failed) {
        this.health = new Health(proven, steadySeconds * LOOKS_PER_SECOND, limitSeconds * LOOKS_PER_SECOND);
        this.lastLevel = lastLevel;
        this.healthy = healthy;
        this.failed = failed;
    }

    @Override
    public void begin(Framework started) {
        boolean first = framework == null;
        framework = started;
        started.getBundleContext().addFrameworkListener(this::note);
        if (first) {
            Thread thread = new Thread(this::watch, "health");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void note(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR) {
            errors.put(event.getBundle().getBundleId(), reason(event.getThrowable()));
        }
    }

    private static String reason(@Nullable Throwable thrown) {
        Throwable cause = thrown instanceof BundleException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause == null ? "for no known reason" : cause.toString();
    }

    private void watch() {
        try {
            while (!ended.await(1_000 / LOOKS_PER_SECOND, TimeUnit.MILLISECONDS)) {
                if (look() != Verdict.WAITING) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Verdict look() {
        Framework now = framework;
        if (now == null || now.getBundleContext() == null) {
            return Verdict.WAITING; // between two tries to start it
        }
        int level = now.adapt(FrameworkStartLevel.class).getStartLevel();
        List<Bundle> inactive = inactive(now);
        Verdict verdict = health.look(
                level >= lastLevel,
                inactive.stream().map(Bundle::getSymbolicName).toList());
        if (verdict == Verdict.HEALTHY) {
            healthy.run();
        } else if (verdict == Verdict.FAILED) {
            failed.accept(
                    level < lastLevel
                            ? "start level " + level + " of " + lastLevel + " was not passed: " + describe(inactive)
                            : describe(inactive));
        }
        return verdict;
    }

    private static List<Bundle> inactive(Framework framework) {
        List<Bundle> inactive = new ArrayList<>();
        int level = framework.adapt(FrameworkStartLevel.class).getStartLevel();
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            BundleStartLevel own = bundle.adapt(BundleStartLevel.class);
            boolean due = own != null && own.isPersistentlyStarted() && own.getStartLevel() <= level + 1;
            if (due && bundle.getState() != Bundle.ACTIVE && bundle != framework) {
                inactive.add(bundle);
            }
        }
        return inactive;
    }

    private String describe(List<Bundle> inactive) {
        if (inactive.isEmpty()) {
            return "no bundle is in the way";
        }
        Bundle first = inactive.get(0);
        String reason = errors.getOrDefault(first.getBundleId(), "it has not returned from its start");
        String more = inactive.size() == 1 ? "" : "; and " + (inactive.size() - 1) + " more";
        return "bundle " + first.getSymbolicName() + " " + first.getVersion() + " does not start: " + reason + more;
    }

    @Override
    public void end() {
        ended.countDown();
    }
}
