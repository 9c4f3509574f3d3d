package io.verge.itests.perception;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.itests.perception.Trial.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Four minutes of the crossing with errors that nobody has seen before, none of them a window on which the tracker was tuned. What is
 * asked of each window is a little less than of their mean: a minute has few road users, and the same one may be hidden in all of it.
 */
@Tag("interop")
class AccuracyIT {
    private static final List<Trial> TRIALS =
            List.of(new Trial(180, 101), new Trial(380, 102), new Trial(510, 103), new Trial(620, 104));

    private static final List<Result> RESULTS = new ArrayList<>();

    @BeforeAll
    static void followThemAll(@TempDir Path folder) throws Exception {
        Python python = Python.find();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Result>> running = new ArrayList<>();
            for (Trial trial : TRIALS) {
                running.add(both.submit(() -> trial.run(python, folder)));
            }
            for (Future<Result> result : running) {
                RESULTS.add(result(result));
            }
        } finally {
            both.shutdownNow();
        }
        RESULTS.forEach(System.out::println);
    }

    /** A test that was left out in a thread of its own is left out here. */
    private static Result result(Future<Result> one) throws Exception {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TestAbortedException left ? left : e;
        }
    }

    private static double mean(ToDoubleFunction<Marks> mark) {
        return RESULTS.stream()
                .mapToDouble(result -> mark.applyAsDouble(result.ours()))
                .average()
                .orElseThrow();
    }

    @Test
    void isMuchNearerToTheTruthThanATextBookTracker() {
        assertThat(RESULTS).allSatisfy(result -> assertThat(result.ours().gospa())
                .isLessThanOrEqualTo(0.6 * result.textBook().gospa()));
    }

    @Test
    void accountsForRoadUsersOnTheWhole() {
        assertThat(RESULTS)
                .allSatisfy(result -> assertThat(result.ours().mota()).isGreaterThanOrEqualTo(0.95));
    }

    @Test
    void keepsTheirNames() {
        assertThat(RESULTS)
                .allSatisfy(result -> assertThat(result.ours().idf1()).isGreaterThanOrEqualTo(0.9));
    }

    @Test
    void seldomTakesOneForAnother() {
        assertThat(mean(Marks::switches)).isLessThanOrEqualTo(0.3);
        assertThat(RESULTS)
                .allSatisfy(result -> assertThat(result.ours().switches()).isLessThanOrEqualTo(0.4));
    }

    @Test
    void knowsTheirVelocities() {
        assertThat(RESULTS)
                .allSatisfy(result -> assertThat(result.ours().velocity()).isLessThanOrEqualTo(0.6));
    }

    @Test
    void knowsWhatTheyAre() {
        assertThat(mean(Marks::type)).isGreaterThanOrEqualTo(0.97);
        assertThat(RESULTS)
                .allSatisfy(result -> assertThat(result.ours().type()).isGreaterThanOrEqualTo(0.95));
    }
}
