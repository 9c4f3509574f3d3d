package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.ContactChange;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.SignalFrame;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.status.Status;
import io.verge.api.time.Hop;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.api.time.Stamps;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PerceptionTest {
    private final ManualClock clock = ManualClock.standing();
    private final DirectStages stages = new DirectStages();
    private final List<Scene> scenes = new ArrayList<>();
    private final Street street = new Street(4);
    private Perception perception = new Perception(Defaults.config(), stages, scenes::add, clock);

    @BeforeEach
    void start() {
        clock.set(Street.START);
    }

    private Scene last() {
        return scenes.get(scenes.size() - 1);
    }

    private DetectionFrame frame(double seconds) {
        return street.look(Street.radar(), seconds, List.of(Street.car(0, 0, 9, 0)));
    }

    private void drive(int frames) {
        for (int i = 0; i < frames; i++) {
            perception.observed(frame(i / 10.0));
            clock.advance(Duration.ofMillis(100));
        }
    }

    private static SignalFrame green(Instant at) {
        return new SignalFrame(
                "signal",
                at,
                Stamps.received(5),
                Set.of(),
                List.of(new SignalState(2, SignalPhase.PROTECTED_MOVEMENT, null, at)));
    }

    @Test
    void saysWhenASensorHasFallenSilentAndForgetsItWhenItSpeaks() {
        drive(50);
        stages.tick();
        assertThat(perception.of("radar")).isNull();

        clock.advance(Duration.ofSeconds(5));
        stages.tick();
        Status silent = Objects.requireNonNull(perception.of("radar"));
        assertThat(silent.since()).isEqualTo(clock.now());
        assertThat(Objects.requireNonNull(silent.trouble()).code()).isEqualTo("no-frames");

        perception.observed(frame(10));
        stages.tick();
        assertThat(perception.of("radar")).isNull();
    }

    @Test
    void aSceneFollowsEveryFrameOfASensor() {
        drive(3);
        assertThat(scenes).hasSize(3);
    }

    @Test
    void aSceneFollowsEveryFrameOfASignalController() {
        perception.observed(green(clock.now()));
        assertThat(last().signals()).containsOnlyKeys(2);
    }

    @Test
    void aSceneComesWithEachTickAlsoWithoutAnySensor() {
        stages.tick();
        assertThat(scenes).hasSize(1);
        assertThat(last().roadUsers()).isEmpty();
        assertThat(last().stamps().received()).isEqualTo(Stamps.UNSET);
    }

    @Test
    void aSceneIsOfTheTimeWhenItIsPublished() {
        drive(10);
        clock.advance(Duration.ofMillis(37));
        stages.tick();
        assertThat(last().time()).isEqualTo(clock.now());
        assertThat(last().roadUsers()).hasSize(1);
    }

    @Test
    void aSceneCarriesTheStampsOfWhatCausedItAndWhenItWasFused() {
        clock.advance(Duration.ofMillis(1));
        perception.observed(green(clock.now()));
        assertThat(last().stamps()).isEqualTo(Stamps.received(5).with(Hop.FUSED, 1_000_000));
    }

    @Test
    void otherObservationsCauseNoScene() {
        perception.observed(new ContactChange("door", clock.now(), Stamps.NONE, "door", true));
        assertThat(scenes).isEmpty();
    }

    @Test
    void signalsOlderThanHalfASecondLeaveTheScene() {
        perception.observed(green(clock.now()));
        clock.advance(Duration.ofMillis(600));
        stages.tick();
        assertThat(last().signals()).isEmpty();
    }

    @Test
    void aFrameFromTheFutureIsNotUsed() {
        drive(5);
        int known = last().roadUsers().size();
        perception.observed(frame(3600));
        clock.advance(Duration.ofMillis(100));
        perception.observed(frame(0.6));
        assertThat(last().roadUsers()).hasSize(known);
    }

    @Test
    void followsOnAfterTheClockWasSetBack() {
        drive(10);
        clock.set(Street.START.minusSeconds(3600));
        for (int i = 0; i < 10; i++) {
            double then = i / 10.0 - 3600;
            perception.observed(street.look(Street.radar(), then, List.of(Street.car(0, 0, 0.001, 0))));
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(last().roadUsers()).hasSize(1);
    }

    @Test
    void whatFindsNoRoomIsCounted() {
        Stages full = (name, capacity) -> new Stage() {
            @Override
            public boolean offer(Runnable work) {
                return false;
            }

            @Override
            public void every(Duration period, Runnable work) {}

            @Override
            public void close() {}
        };
        perception = new Perception(Defaults.config(), full, scenes::add, clock);
        perception.observed(frame(0));
        assertThat(perception.overflow()).isEqualTo(1);
    }

    @Test
    void isSilentAfterItWasClosed() {
        perception.close();
        stages.tick();
        perception.observed(frame(0));
        assertThat(scenes).isEmpty();
    }
}
