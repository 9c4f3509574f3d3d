package io.verge.api.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static SignalState red(int group) {
        return new SignalState(group, SignalPhase.STOP_AND_REMAIN, null, Instant.EPOCH);
    }

    private static Scene scene(Map<Integer, SignalState> signals) {
        ClockQuality clock = new ClockQuality(ClockQuality.Source.SYSTEM, null);
        return new Scene(Instant.EPOCH, clock, List.of(), signals, Set.of(), List.of(), Stamps.NONE);
    }

    @Test
    void signalGroupsAreInAscendingOrder() {
        Scene scene = scene(Map.of(200, red(200), 3, red(3), 17, red(17)));

        assertThat(scene.signals().keySet()).containsExactly(3, 17, 200);
    }

    @Test
    void doesNotChangeWithTheMapItWasMadeOf() {
        Map<Integer, SignalState> signals = new HashMap<>(Map.of(3, red(3)));
        Scene scene = scene(signals);
        signals.clear();

        assertThat(scene.signals()).containsOnlyKeys(3);
    }
}
