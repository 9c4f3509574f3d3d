package io.verge.packaging;

import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A bundle that stops the way of the data once, for ever, while all timers of the agent go on. After a restart it finds what
 * it has written before, and lets the scenes pass.
 */
public final class HangOnce implements BundleActivator, SceneListener {
    private static final String MARK = "hung.once";

    private volatile Path mark = Path.of(MARK);

    @Override
    public void start(BundleContext context) {
        mark = Path.of(context.getProperty("verge.state"), MARK);
        context.registerService(SceneListener.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes back what was registered.
    }

    @Override
    public void onScene(Scene scene) {
        if (!Files.exists(mark)) {
            hang();
        }
    }

    private void hang() {
        try {
            Files.createFile(mark);
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
