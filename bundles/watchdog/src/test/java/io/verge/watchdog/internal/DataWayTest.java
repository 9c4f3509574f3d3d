package io.verge.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.AirReport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DataWayTest {
    private final AtomicInteger begun = new AtomicInteger();
    private final DataWay way = new DataWay(begun::incrementAndGet);

    @Test
    void beforeTheFirstSceneItIsNotAlive() {
        assertThat(way.look(List.of())).isEqualTo(new Health(false, "waits for the first scene"));
    }

    @Test
    void theFirstSceneIsToldOnce() {
        way.onScene(Made.byTick());
        way.onScene(Made.byTick());
        assertThat(begun).hasValue(1);
    }

    @Test
    void scenesOfTheTickAloneAreEnough() {
        way.onScene(Made.byTick());
        assertThat(way.look(List.of()).alive()).isTrue();
    }

    @Test
    void scenesThatComeNoMoreAreMissed() {
        way.onScene(Made.byFrame());
        way.look(List.of());
        assertThat(way.look(List.of())).isEqualTo(new Health(false, "no scene comes any more"));
    }

    @Test
    void scenesThatComeAgainAreEnough() {
        way.onScene(Made.byFrame());
        way.look(List.of());
        way.look(List.of());
        way.onScene(Made.byFrame());
        assertThat(way.look(List.of()).alive()).isTrue();
    }

    @Test
    void aGateThatOnlyTurnsAwayIsStuck() {
        assertThat(after(Made.gate(10, Map.of("queue-full", 0L)), Made.gate(10, Map.of("queue-full", 3L))))
                .isEqualTo(new Health(false, "the gate's queue is full and nothing leaves it; turned away: 3"));
    }

    @Test
    void aGateThatTurnsAwayAndSendsIsBusy() {
        assertThat(after(Made.gate(10, Map.of()), Made.gate(11, Map.of("queue-full", 3L)))
                        .alive())
                .isTrue();
    }

    @Test
    void aGateThatSaysWhyItStopsIsAlive() {
        assertThat(after(Made.gate(10, Map.of()), Made.gate(10, Map.of("no-radio", 50L)))
                        .alive())
                .isTrue();
    }

    @Test
    void aGateThatIsOfferedNothingIsAlive() {
        assertThat(after(Made.gate(10, Map.of()), Made.gate(10, Map.of())).alive())
                .isTrue();
    }

    @Test
    void aNewGateIsNotComparedWithTheOldOne() {
        assertThat(after(Made.gate(1000, Map.of("late", 20L)), Made.gate(2, Map.of()))
                        .words())
                .contains("messages sent 2, stopped 0");
    }

    @Test
    void wordsTellWhatPassedSinceTheLastLook() {
        way.onScene(Made.byFrame());
        way.look(Made.gate(10, Map.of("late", 1L)));
        way.onScene(Made.byTick());
        way.onScene(Made.byFrame());
        assertThat(way.look(Made.gate(14, Map.of("late", 2L, "queue-full", 1L))).words())
                .isEqualTo("2 scenes, 1 of them from frames of devices; messages sent 4, stopped 2");
    }

    private Health after(List<AirReport> first, List<AirReport> second) {
        way.onScene(Made.byFrame());
        way.look(first);
        way.onScene(Made.byFrame());
        return way.look(second);
    }
}
