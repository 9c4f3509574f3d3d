package io.verge.watchdog.internal;

import io.verge.api.air.AirReport;
import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import io.verge.api.time.Stamps;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether the data pass. Only what nothing outside the box can bring about counts as stuck: a scene comes at least every 100 ms,
 * with or without devices, and the gate says of every message what became of it. That devices are silent, or that there is no
 * radio, is told by their own status; to start the agent again would help nobody.
 */
final class DataWay implements SceneListener {
    private final Runnable onFirstScene;
    /** Written on the stage {@code scene}. */
    private final AtomicLong scenes = new AtomicLong();

    private final AtomicLong fed = new AtomicLong();
    /** At the last look; used by who looks. */
    private Passage before = Passage.NONE;

    /**
     * @param onFirstScene run once on the stage {@code scene}: returns at once
     */
    DataWay(Runnable onFirstScene) {
        this.onFirstScene = onFirstScene;
    }

    @Override
    public void onScene(Scene scene) {
        if (scene.stamps().received() != Stamps.UNSET) {
            fed.incrementAndGet();
        }
        if (scenes.incrementAndGet() == 1) {
            onFirstScene.run();
        }
    }

    /**
     * What passed since the last look; one thread at a time.
     *
     * @param reports of the gate; empty when there is none
     */
    Health look(List<AirReport> reports) {
        Passage now = Passage.of(scenes.get(), fed.get(), reports);
        Passage passed = now.since(before);
        before = now;
        if (passed.scenes() == 0) {
            return new Health(false, now.scenes() > 0 ? "no scene comes any more" : "waits for the first scene");
        }
        if (passed.turnedAway() > 0 && passed.sent() == 0 && passed.stopped() == 0) {
            return new Health(
                    false, "the gate's queue is full and nothing leaves it; turned away: " + passed.turnedAway());
        }
        return new Health(
                true,
                passed.scenes() + " scenes, " + passed.fed() + " of them from frames of devices; messages sent "
                        + passed.sent() + ", stopped " + (passed.stopped() + passed.turnedAway()));
    }
}
