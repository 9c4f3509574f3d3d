package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.DOWNLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateRefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who may do what beside the engine's thread. */
final class ThreadsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final World world = new World();

    ThreadsTest() {
        world.publisher.release("r2", World.RADAR_2);
    }

    @Test
    void aWishWakesTheEnginesThreadWhichEndsWhenItIsInterrupted() throws InterruptedException {
        world.settings(now -> new EngineSettings(
                now.model(),
                now.agent(),
                now.groups(),
                now.window(),
                Duration.ZERO,
                now.tolerance(),
                now.vetoAtMost(),
                now.reserve(),
                now.rate()));
        CountDownLatch committed = new CountDownLatch(1);
        world.onTold = entry -> {
            if (entry.phase() == COMMITTED) {
                committed.countDown();
            }
        };
        Thread thread = new Thread(() -> {
            try {
                world.engine.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();

        world.apply("r2");

        assertThat(committed.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        thread.join(LONG.toMillis());
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void aPlanIsMadeWhileADownloadTakesItsTime() {
        List<UpdatePlan> plans = new ArrayList<>();
        world.apply("r2");
        world.runTo(DOWNLOAD);
        world.publisher.onRequest = () -> {
            world.publisher.onRequest = () -> {};
            plans.add(CompletableFuture.supplyAsync(this::plan)
                    .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                    .join());
        };

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
        assertThat(plans).extracting(UpdatePlan::release).containsExactly("r2");
    }

    private UpdatePlan plan() {
        try {
            return world.engine.plan(world.wish("r2"));
        } catch (UpdateRefusedException e) {
            throw new AssertionError(e);
        }
    }
}
