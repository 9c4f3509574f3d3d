package io.verge.watchdog.internal;

import io.verge.api.air.AirReport;
import io.verge.api.message.MessageKind;
import io.verge.api.scene.Scene;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Hop;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What passes in these tests. */
final class Made {
    private Made() {}

    static Scene byTick() {
        return scene(Stamps.NONE.with(Hop.FUSED, 7));
    }

    static Scene byFrame() {
        return scene(Stamps.NONE.with(Hop.RECEIVED, 5).with(Hop.FUSED, 7));
    }

    private static Scene scene(Stamps stamps) {
        ClockQuality exact = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
        return new Scene(Instant.EPOCH, exact, List.of(), Map.of(), Set.of(), List.of(), stamps);
    }

    static List<AirReport> gate(long sent, Map<String, Long> stopped) {
        return List.of(new AirReport(MessageKind.SPAT, sent, 40 * sent, null, stopped, null));
    }
}
