package io.verge.itests.perception;

import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A window of the simulated crossing as sensors with these errors see it, followed by us and by a text-book tracker.
 *
 * @param start s
 * @param seed of the errors
 */
record Trial(int start, int seed) {
    private static final int SECONDS = 60;
    private static final String TRAFFIC = "trajectories/x4_mixed_fcd_10hz.csv.gz";

    /** What both got. */
    record Result(Trial trial, Marks ours, Marks textBook) {
        @Override
        public String toString() {
            return String.format(
                    "from %d s, seed %d%n  ours      %s%n  text-book %s", trial.start, trial.seed, ours, textBook);
        }
    }

    Result run(Python python, Path folder) throws IOException, InterruptedException {
        String name = start + "-" + seed;
        Path recording = folder.resolve(name + ".jsonl.gz");
        python.run(
                "make-detections.py",
                DataFolder.file(TRAFFIC),
                recording,
                "--start",
                start,
                "--seconds",
                SECONDS,
                "--seed",
                seed,
                "--centre",
                "220,220");
        Path truth = folder.resolve(name + ".truth.jsonl.gz");
        Path ours = folder.resolve(name + ".ours.jsonl");
        Scenes.write(recording, ours);
        Path textBook = folder.resolve(name + ".text-book.jsonl");
        python.run("baseline-tracker.py", recording, textBook);
        return new Result(this, marks(python, truth, ours), marks(python, truth, textBook));
    }

    private static Marks marks(Python python, Path truth, Path scenes) throws IOException, InterruptedException {
        return Marks.of(python.run("score-scenes.py", truth, scenes));
    }
}
