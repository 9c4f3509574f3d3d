package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.verge.api.scene.RoadUser;
import io.verge.testkit.DataFolder;
import io.verge.testkit.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two minutes of mixed traffic at a crossing, seen by four radars and two cameras, about 45 road users at once. */
class RecordingTest {
    /** GOSPA of a constant-velocity filter with global nearest neighbours on this recording, m. */
    private static final double TEXT_BOOK = 10.66;

    @Nullable
    private static Score result;

    @BeforeAll
    static void replay() throws IOException {
        Path recording = DataFolder.file("trajectories/x4-a.jsonl.gz");
        Score score = new Score(DataFolder.file("trajectories/x4-a.truth.jsonl.gz"));
        Replay.run(new Tracker(Defaults.settings()), Recording.read(recording), score::take);
        result = score;
    }

    private static Score score() {
        return result == null ? abort("no recording") : result;
    }

    @Test
    void isTwiceAsNearToTheTruthAsATextBookTracker() {
        assertThat(score().gospa()).as("%s", score()).isLessThan(TEXT_BOOK / 2);
    }

    @Test
    void findsNearlyAllRoadUsers() {
        assertThat(score().recall()).as("%s", score()).isGreaterThan(0.98);
    }

    @Test
    void inventsHardlyAny() {
        assertThat(score().precision()).as("%s", score()).isGreaterThan(0.99);
    }

    @Test
    void accountsForThemOnTheWhole() {
        assertThat(score().mota()).as("%s", score()).isGreaterThan(0.97);
    }

    @Test
    void keepsTheirNames() {
        assertThat(score().idf1()).as("%s", score()).isGreaterThan(0.94);
    }

    @Test
    void seldomTakesOneForAnother() {
        assertThat(score().switchesPerTrack()).as("%s", score()).isLessThan(0.25);
    }

    @Test
    void knowsPlacesToAFewDecimetres() {
        assertThat(score().positionError()).as("%s", score()).isLessThan(0.3);
    }

    @Test
    void knowsVelocitiesToHalfAMetrePerSecond() {
        assertThat(score().velocityError()).as("%s", score()).isLessThan(0.5);
    }

    @Test
    void knowsWhatTheyAre() {
        assertThat(score().typeAccuracy()).as("%s", score()).isGreaterThan(0.97);
    }

    @Test
    void theSameInputGivesTheSameOutput() throws IOException {
        List<Recording.Arrival> arrivals =
                Recording.read(DataFolder.file("trajectories/x4-a.jsonl.gz")).subList(0, 1500);
        assertThat(pictures(arrivals)).isEqualTo(pictures(arrivals));
    }

    private static List<List<RoadUser>> pictures(List<Recording.Arrival> arrivals) throws IOException {
        List<List<RoadUser>> pictures = new ArrayList<>();
        Replay.run(new Tracker(Defaults.settings()), arrivals, (millis, users) -> pictures.add(users));
        return pictures;
    }
}
