package io.verge.app.incidentwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadEvent.Kind;
import io.verge.testkit.Crossing;
import io.verge.testkit.DataFolder;
import io.verge.testkit.Defaults;
import io.verge.testkit.Heard;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Ten minutes of busy, mixed, simulated traffic: bicycles on the lanes, people crossing, vehicles that wait to turn and to change
 * lanes. Some drive too fast and some run the red light; more wait to turn left than one green lets through.
 */
class RecordedTrafficTest {
    @Test
    void ofOrdinaryTrafficOnlySpeedIsTold() throws IOException {
        IncidentWarningApp app =
                new IncidentWarningApp(Defaults.of(IncidentWarningConfig.class), Crossing.site(RecordedCrossing.map()));
        Heard heard = new Heard();
        new Recording(DataFolder.file("trajectories/x4_mixed_tls_changes.csv"))
                .play(DataFolder.file("trajectories/x4_mixed_fcd_10hz.csv.gz"), scene -> app.onScene(scene, heard));
        assertThat(heard.begun()).extracting(RoadEvent::kind).containsOnly(Kind.OVERSPEED);
    }
}
