package io.verge.perception.internal;

import io.verge.testkit.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Scores the tracker on all recordings of some folders: {@code java … Bench FOLDER…}. A recording lies beside its truth. */
final class Bench {
    private static final String RECORDING = ".jsonl.gz";
    private static final String TRUTH = ".truth.jsonl.gz";

    private Bench() {}

    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(RECORDING) && !name.endsWith(TRUTH)) {
                        System.out.printf("%-14s %s%n", name.replace(RECORDING, ""), score(file));
                    }
                }
            }
        }
    }

    static Score score(Path recording) throws IOException {
        String name = recording.getFileName().toString();
        Score score = new Score(recording.resolveSibling(name.replace(RECORDING, TRUTH)));
        List<Recording.Arrival> arrivals = Recording.read(recording);
        Replay.run(new Tracker(Defaults.settings()), arrivals, score::take);
        return score;
    }
}
