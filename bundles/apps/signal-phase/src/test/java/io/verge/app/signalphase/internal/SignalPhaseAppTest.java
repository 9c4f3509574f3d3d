package io.verge.app.signalphase.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.app.Need;
import io.verge.api.geo.Position;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Signals and map of a crossing with the groups 1, 2 and 9. */
class SignalPhaseAppTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
    private static final List<Position> LINE = List.of(new Position(0, 100, 0), new Position(0, 20, 0));
    private static final SiteMap MAP = new SiteMap(
            0,
            417,
            "Demo",
            1,
            List.of(),
            List.of(new Lane(
                    11,
                    1,
                    LaneUse.VEHICLE,
                    true,
                    3.5,
                    13.9,
                    LINE,
                    List.of(
                            new Connection(32, Manoeuvre.STRAIGHT, 2),
                            new Connection(22, Manoeuvre.LEFT, 1),
                            new Connection(42, Manoeuvre.RIGHT, null)))),
            List.of(new Crosswalk(51, 1, 4, LINE, 9)),
            Set.of());

    private final SignalPhaseApp app = new SignalPhaseApp(
            "signal-phase",
            Optional.of(MAP),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            30);
    private final List<Announcement> said = new ArrayList<>();

    private static SignalState state(int group, SignalPhase phase, long millis) {
        SignalTiming timing = SignalTiming.between(START.plusSeconds(5), null);
        return new SignalState(group, phase, timing, START.plusMillis(millis));
    }

    private void scene(long millis, Set<SignalMode> modes, SignalState... states) {
        Map<Integer, SignalState> signals =
                List.of(states).stream().collect(Collectors.toMap(SignalState::group, Function.identity()));
        app.onScene(
                new Scene(START.plusMillis(millis), EXACT, List.of(), signals, modes, List.of(), Stamps.NONE),
                said::add);
    }

    private void scene(long millis, SignalState... states) {
        scene(millis, Set.of(), states);
    }

    private <T extends Announcement> List<T> said(Class<T> kind) {
        return said.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private SignalAnnouncement signals() {
        assertThat(said(SignalAnnouncement.class)).hasSize(1);
        return said(SignalAnnouncement.class).get(0);
    }

    @Test
    void needsSignalsAndAMap() {
        assertThat(app.needs()).containsExactlyInAnyOrder(Need.SIGNALS, Need.MAP);
    }

    @Test
    void announcesEveryGroupOfTheMapInOrder() {
        scene(
                0,
                state(9, SignalPhase.STOP_AND_REMAIN, 0),
                state(1, SignalPhase.STOP_AND_REMAIN, 0),
                state(2, SignalPhase.PROTECTED_MOVEMENT, 0));
        assertThat(signals().states()).extracting(SignalState::group).containsExactly(1, 2, 9);
    }

    @Test
    void leavesOutGroupsThatTheMapDoesNotKnow() {
        scene(0, state(1, SignalPhase.STOP_AND_REMAIN, 0), state(77, SignalPhase.PROTECTED_MOVEMENT, 0));
        assertThat(signals().states()).extracting(SignalState::group).doesNotContain(77);
    }

    @Test
    void aGroupThatTheControllerDoesNotStateIsUnavailableWithoutTiming() {
        scene(0, state(1, SignalPhase.STOP_AND_REMAIN, 0));
        assertThat(signals().states())
                .contains(
                        new SignalState(2, SignalPhase.UNAVAILABLE, null, START),
                        new SignalState(9, SignalPhase.UNAVAILABLE, null, START));
    }

    @Test
    void aGroupWhoseStateIsOldIsUnavailable() {
        scene(600, state(1, SignalPhase.STOP_AND_REMAIN, 590), state(2, SignalPhase.PROTECTED_MOVEMENT, 99));
        assertThat(signals().states().get(1).phase()).isEqualTo(SignalPhase.UNAVAILABLE);
    }

    @Test
    void theTimeIsThatOfTheOldestStateThatIsAnnounced() {
        scene(600, state(1, SignalPhase.STOP_AND_REMAIN, 590), state(2, SignalPhase.PROTECTED_MOVEMENT, 400));
        assertThat(signals().time()).isEqualTo(START.plusMillis(400));
    }

    @Test
    void statesAreAnnouncedUntilTheyAreHalfASecondOld() {
        scene(500, state(1, SignalPhase.STOP_AND_REMAIN, 0));
        assertThat(said(SignalAnnouncement.class)).hasSize(1);
    }

    @Test
    void signalsAreWithdrawnWhenAllStatesAreOlderThanHalfASecond() {
        scene(501, state(1, SignalPhase.STOP_AND_REMAIN, 0));
        assertThat(said(SignalAnnouncement.class)).isEmpty();
    }

    @Test
    void signalsAreWithdrawnWhenNoControllerIsHeard() {
        scene(0);
        assertThat(said(SignalAnnouncement.class)).isEmpty();
    }

    @Test
    void signalsComeBackWithTheFirstFreshState() {
        scene(0, state(1, SignalPhase.STOP_AND_REMAIN, 0));
        scene(600, state(1, SignalPhase.STOP_AND_REMAIN, 0));
        scene(620, state(1, SignalPhase.STOP_AND_REMAIN, 620));
        assertThat(said(SignalAnnouncement.class))
                .extracting(SignalAnnouncement::time)
                .containsExactly(START, START.plusMillis(620));
    }

    @Test
    void theModesOfTheControllerAreHandedOn() {
        scene(0, Set.of(SignalMode.FAULT_FLASH), state(1, SignalPhase.CAUTION, 0));
        assertThat(signals().modes()).containsExactly(SignalMode.FAULT_FLASH);
    }

    @Test
    void ofScenesEveryTwentyMillisecondsItAnnouncesTenASecond() {
        for (int millis = 0; millis < 3000; millis += 20) {
            scene(millis, state(1, SignalPhase.STOP_AND_REMAIN, millis));
        }
        assertThat(said(SignalAnnouncement.class)).hasSize(30);
    }

    @Test
    void theMapGoesOnceASecond() {
        for (int millis = 0; millis < 3000; millis += 50) {
            scene(millis, state(1, SignalPhase.STOP_AND_REMAIN, millis));
        }
        assertThat(said(MapAnnouncement.class)).hasSize(3);
    }

    @Test
    void theMapGoesBeforeTheSignals() {
        scene(0, state(1, SignalPhase.STOP_AND_REMAIN, 0));
        assertThat(said)
                .extracting(Announcement::kind)
                .containsExactly(Announcement.Kind.MAP, Announcement.Kind.SIGNAL);
    }

    @Test
    void theMapGoesOnWithoutSignals() {
        scene(0);
        assertThat(said(MapAnnouncement.class)).extracting(MapAnnouncement::map).containsExactly(MAP);
    }

    @Test
    void saysNothingWithoutAMap() {
        new SignalPhaseApp(
                        "signal-phase",
                        Optional.empty(),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(500),
                        30)
                .onScene(new Scene(START, EXACT, List.of(), Map.of(), Set.of(), List.of(), Stamps.NONE), said::add);
        assertThat(said).isEmpty();
    }

    /** Green for 20 s, yellow for 3 s, red for 17 s, without timing by the controller. */
    private void plan(long untilMillis) {
        for (long millis = 0; millis < untilMillis; millis += 100) {
            long second = millis / 1000 % 40;
            SignalPhase phase = second < 20
                    ? SignalPhase.PROTECTED_MOVEMENT
                    : second < 23 ? SignalPhase.PROTECTED_CLEARANCE : SignalPhase.STOP_AND_REMAIN;
            scene(millis, new SignalState(1, phase, null, START.plusMillis(millis)));
        }
    }

    private Optional<SignalTiming> lastSaid() {
        List<SignalAnnouncement> all = said(SignalAnnouncement.class);
        return Optional.ofNullable(all.get(all.size() - 1).states().get(0).timing());
    }

    private SignalTiming lastTiming() {
        return lastSaid().orElseThrow();
    }

    @Test
    void theEndAndTheNextGreenOfAFixedTimePlanAreForetold() {
        plan(245_000);
        SignalTiming timing = lastTiming();
        assertThat(Duration.between(START.plusSeconds(260), Objects.requireNonNull(timing.likelyEnd()))
                        .abs())
                .isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(Duration.between(START.plusSeconds(280), Objects.requireNonNull(timing.nextStart()))
                        .abs())
                .isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(timing.confidence()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void noBoundIsSaidThatTheControllerDidNotSay() {
        plan(245_000);
        assertThat(lastTiming().minEnd()).isEqualTo(START.plusMillis(244_900));
        assertThat(lastTiming().maxEnd()).isNull();
    }

    @Test
    void withoutAKnownPlanThereIsNoTiming() {
        plan(100_000);
        assertThat(lastSaid()).isEmpty();
    }
}
