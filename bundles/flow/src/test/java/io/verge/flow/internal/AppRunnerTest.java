package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.site.SiteMap;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.api.time.Stamps;
import io.verge.flow.internal.Scenery.HeldStage;
import io.verge.flow.internal.Scenery.TestApp;
import io.verge.flow.internal.Scenery.TestGate;
import io.verge.flow.internal.Scenery.TestSet;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AppRunnerTest {
    private static final Trouble NO_MAP = new Trouble("no-map", "there is none", "name one");

    private final ManualClock clock = ManualClock.standing();
    private final HeldStage stage = new HeldStage(2);
    private final TestGate gate = new TestGate();
    private final TestSet messages = new TestSet(clock);
    private final TestApp app = new TestApp("advice");
    private final List<EventAnnouncement> heard = new ArrayList<>();
    private @Nullable Lack lack;
    private final Pulse pulse = new Pulse(clock);
    private final AppRunner runner = new AppRunner(
            app,
            stage,
            clock,
            new Voice(messages, gate, clock, new LatencyMeter(), heard::add),
            new Failures(LoggerFactory.getLogger(AppRunnerTest.class), clock),
            pulse,
            () -> lack);

    private void show(int... scenes) {
        for (int scene : scenes) {
            runner.offer(Scenery.scene(scene));
        }
        stage.runAll();
    }

    private Status status() {
        return runner.report().status();
    }

    private long counter(String name) {
        return runner.report().counters().getOrDefault(name, -1L);
    }

    private void fail() {
        app.does(out -> {
            throw new IllegalStateException("lost");
        });
        show(0);
    }

    private void succeed() {
        app.does(out -> {});
        show(0);
    }

    @Test
    void isStartingBeforeItsFirstScene() {
        assertThat(status().state()).isEqualTo(State.STARTING);
    }

    @Test
    void isOkAfterAScene() {
        show(1);

        assertThat(status()).isEqualTo(Status.of(State.OK, clock.now()));
    }

    @Test
    void looksAtTheNewestSceneOnly() {
        show(1, 2, 3);

        assertThat(app.seen).containsExactly(Scenery.scene(3));
    }

    @Test
    void countsScenesThatNewerOnesReplaced() {
        show(1, 2, 3);
        show(4);

        assertThat(counter("scenes")).isEqualTo(2);
        assertThat(counter("skipped")).isEqualTo(2);
    }

    @Test
    void takesTheSceneThatCameWhileTheAppWasBusy() {
        app.does(out -> {
            if (app.seen.size() == 1) {
                runner.offer(Scenery.scene(2));
                runner.offer(Scenery.scene(3));
            }
        });
        show(1);

        assertThat(app.seen).containsExactly(Scenery.scene(1), Scenery.scene(3));
        assertThat(counter("skipped")).isEqualTo(1);
    }

    @Test
    void countsScenesThatTheStageDidNotTake() {
        stage.close();
        show(1, 2);

        assertThat(counter("skipped")).isEqualTo(2);
    }

    @Test
    void saysWhatTheAppLacksInsteadOfRunningIt() {
        lack = new Lack(State.STARTING, NO_MAP);
        show(1);

        assertThat(app.seen).isEmpty();
        assertThat(status()).isEqualTo(new Status(State.STARTING, clock.now(), NO_MAP));
    }

    @Test
    void isOkWhenTheAppHasAllItNeeds() {
        lack = new Lack(State.STARTING, NO_MAP);
        show(1);
        lack = null;
        show(2);

        assertThat(status().state()).isEqualTo(State.OK);
    }

    @Test
    void goesBackToStartingWhenSomethingIsTakenAway() {
        show(1);
        lack = new Lack(State.STARTING, NO_MAP);
        show(2);

        assertThat(status().state()).isEqualTo(State.STARTING);
    }

    @Test
    void isDegradedWhenTheAppThrows() {
        fail();

        assertThat(status().state()).isEqualTo(State.DEGRADED);
        assertThat(status().trouble())
                .extracting(Trouble::code, Trouble::cause)
                .containsExactly("failed", "it failed with java.lang.IllegalStateException: lost");
        assertThat(counter("failures")).isEqualTo(1);
    }

    @Test
    void anErrorIsAFailureToo() {
        app.does(out -> {
            throw new NoClassDefFoundError("com/example/Gone");
        });
        show(1);

        assertThat(status().state()).isEqualTo(State.DEGRADED);
    }

    /** Ten times a second, as long as an app takes. */
    private void take(Duration time) {
        Duration left = time;
        for (; left.compareTo(Pulse.BEAT) > 0; left = left.minus(Pulse.BEAT)) {
            clock.advance(Pulse.BEAT);
            pulse.beat();
        }
        clock.advance(left);
    }

    @Test
    void isDegradedWhenTheAppOverrunsItsBudget() {
        app.does(out -> take(AppRunner.BUDGET.plusMillis(1)));
        show(1);

        assertThat(status().trouble()).extracting(Trouble::code).isEqualTo("overrun");
        assertThat(counter("overruns")).isEqualTo(1);
    }

    @Test
    void isNotToBlameForABoxThatStandsStill() {
        app.does(out -> {
            take(Duration.ofMillis(900));
            clock.advance(Duration.ofMinutes(1));
        });
        show(1);

        assertThat(status().state()).isEqualTo(State.OK);
        assertThat(counter("overruns")).isZero();
    }

    @Test
    void theWholeBudgetIsNoOverrun() {
        app.does(out -> take(AppRunner.BUDGET));
        show(1);

        assertThat(status().state()).isEqualTo(State.OK);
    }

    @Test
    void showsThatTheAppHangsWhileItDoes() {
        Status[] seen = new Status[1];
        app.does(out -> {
            take(Duration.ofSeconds(5));
            seen[0] = status();
        });
        show(1);

        assertThat(seen[0].trouble())
                .extracting(Trouble::code, Trouble::cause)
                .containsExactly("hangs", "it hangs: it has taken 5000 ms for one scene (limit 1000 ms) and goes on");
    }

    @Test
    void isStillDegradedWhenTheNextSceneGoesWell() {
        fail();
        succeed();

        assertThat(status().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void isOkAgainFiveQuietMinutesAfterAFailure() {
        fail();
        clock.advance(Duration.ofMinutes(5).plusMillis(1));
        succeed();

        assertThat(status().state()).isEqualTo(State.OK);
    }

    @Test
    void isDegradedAgainWhenWhatItLackedIsBack() {
        fail();
        lack = new Lack(State.STARTING, NO_MAP);
        succeed();
        lack = null;
        succeed();

        assertThat(status().trouble()).extracting(Trouble::code).isEqualTo("failed");
        assertThat(status().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void isQuarantinedAtTheThirdFailureWithinFiveMinutes() {
        fail();
        clock.advance(Duration.ofMinutes(2));
        fail();
        clock.advance(Duration.ofMinutes(2));
        fail();

        assertThat(status().state()).isEqualTo(State.QUARANTINED);
        assertThat(status().trouble())
                .extracting(Trouble::cause)
                .asString()
                .endsWith("; the 3rd time within 5 minutes");
    }

    @Test
    void failuresAndOverrunsCountTogether() {
        fail();
        fail();
        app.does(out -> take(Duration.ofSeconds(2)));
        show(1);

        assertThat(status().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void isNotQuarantinedByFailuresFarApart() {
        for (int i = 0; i < 10; i++) {
            fail();
            clock.advance(Duration.ofMinutes(3));
        }

        assertThat(status().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void settingTheBoxsTimeDoesNotForgive() {
        fail();
        fail();
        clock.set(clock.now().plus(Duration.ofDays(1)));
        fail();

        assertThat(status().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void isNotRunWhileQuarantined() {
        fail();
        fail();
        fail();
        app.seen.clear();
        succeed();

        assertThat(app.seen).isEmpty();
        assertThat(status().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void doesNotRunTheSceneThatWaitedWhenItWasQuarantined() {
        app.does(out -> {
            runner.offer(Scenery.scene(9));
            throw new IllegalStateException("lost");
        });
        show(1);

        assertThat(app.seen).hasSize(3);
        assertThat(status().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void countsWhatTheAppAnnounces() {
        app.does(out -> out.announce(Scenery.advice()));
        show(1);

        assertThat(counter("announcements")).isEqualTo(1);
        assertThat(runner.report().lastAnnouncement()).isEqualTo(Scenery.TIME);
        assertThat(gate.offered).hasSize(2);
    }

    @Test
    void countsWhatTheMessageSetHasNoMessageFor() {
        SiteMap map = new SiteMap(0, 1, "Demo", 1, List.of(), List.of(), List.of(), Set.of());
        app.does(out -> out.announce(new MapAnnouncement(Scenery.TIME, Stamps.NONE, map)));
        show(1);

        assertThat(counter("unspeakable")).isEqualTo(1);
        assertThat(status().state()).isEqualTo(State.OK);
    }

    @Test
    void countsWhatTheMessageSetCannotSay() {
        messages.unspeakable = true;
        app.does(out -> out.announce(Scenery.advice()));
        show(1);

        assertThat(counter("unspeakable")).isEqualTo(1);
        assertThat(counter("announcements")).isZero();
        assertThat(status().state()).isEqualTo(State.OK);
    }

    @Test
    void keepsSinceWhileTheSameTroubleGoesOn() {
        fail();
        Status first = status();
        clock.advance(Duration.ofSeconds(3));
        fail();

        assertThat(status()).isEqualTo(first);
    }

    @Test
    void isNotPossibleWhereTheSiteDoesNotHaveWhatTheAppNeeds() {
        lack = new Lack(State.NOT_POSSIBLE, NO_MAP);
        show(1);

        assertThat(app.seen).isEmpty();
        assertThat(status()).isEqualTo(new Status(State.NOT_POSSIBLE, clock.now(), NO_MAP));
    }

    @Test
    void tellsOfEventsForWhichThereIsNoMessage() {
        app.does(out -> {
            out.announce(Scenery.event("a", Phase.NEW));
            out.announce(Scenery.event("a", Phase.CANCEL));
        });
        show(1);

        assertThat(heard).extracting(EventAnnouncement::phase).containsExactly(Phase.NEW, Phase.CANCEL);
        assertThat(counter("events")).isEqualTo(1);
        assertThat(counter("unspeakable")).isEqualTo(2);
    }

    @Test
    void reportsTheLastEventInWords() {
        assertThat(runner.report().lastEvent()).isNull();
        app.does(out -> out.announce(Scenery.event("a-1", Phase.NEW)));
        show(1);

        assertThat(runner.report().lastEvent()).isEqualTo("new wrong-way a-1: car 17");
    }
}
