package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.CANCELLED;
import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.PROBATION;
import static io.verge.api.update.Phase.REJECTED;
import static io.verge.api.update.Phase.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.UpdateEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an update waits for before it touches anything, and for how long. It is 8:00 when the tests begin. */
final class WaitTest {
    private final World world = new World();

    WaitTest() {
        world.publisher.release("r2", World.RADAR_2);
    }

    private void window(String from, String to) {
        Window night = new Window(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of("UTC"));
        world.settings(now -> new EngineSettings(
                now.model(),
                now.agent(),
                now.groups(),
                night,
                now.probation(),
                now.tolerance(),
                now.vetoAtMost(),
                now.reserve(),
                now.rate()));
    }

    private Instant switched() {
        return world.told.stream()
                .filter(entry -> entry.phase() == PROBATION)
                .findFirst()
                .orElseThrow()
                .since();
    }

    @Test
    void itWaitsForTheWindow() {
        window("02:00", "04:00");

        UpdateEntry end = world.update("r2");

        assertThat(end.phase()).isEqualTo(COMMITTED);
        assertThat(switched()).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(world.told)
                .anyMatch(entry -> entry.phase() == WAIT
                        && entry.code().equals("window")
                        && entry.why().contains("2026-03-02T02:00:00Z"));
    }

    @Test
    void thePlanSaysWhenAtTheEarliest() throws Exception {
        window("02:00", "04:00");

        assertThat(world.engine.plan(world.wish("r2")).earliest()).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(world.engine.plan(World.forced(world.wish("r2"))).earliest()).isEqualTo(world.clock.now());
    }

    @Test
    void aForcedOneDoesNotWaitForTheWindowAndHearsNoObjection() {
        window("02:00", "04:00");
        world.objection = Optional.of("a fair is in town");
        Instant asked = world.clock.now();

        world.apply(World.forced(world.wish("r2")));
        world.runToEnd();

        assertThat(switched()).isBefore(asked.plusSeconds(10));
    }

    @Test
    void evenAForcedOneWaitsForASafeMoment() {
        world.unsafe = Optional.of("a warning is open");
        world.apply(World.forced(world.wish("r2")));
        world.runTo(WAIT);
        for (int i = 0; i < 1_000; i++) {
            world.step();
        }
        assertThat(world.now().phase()).isEqualTo(WAIT);
        assertThat(world.now().code()).isEqualTo("unsafe-moment");
        assertThat(world.now().why()).contains("a warning is open");

        world.unsafe = Optional.empty();

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    @Test
    void objectionsAreHeardForATimeOnly() {
        world.objection = Optional.of("a fair is in town");
        Instant asked = world.clock.now();

        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
        assertThat(switched()).isBetween(asked.plusSeconds(30 * 60), asked.plusSeconds(31 * 60));
        assertThat(world.told).anyMatch(entry -> entry.why().contains("a fair is in town"));
    }

    @Test
    void aWishThatIsOverInWaitIsCancelled() {
        world.unsafe = Optional.of("a warning is open");
        world.apply(World.until(world.wish("r2"), world.clock.now().plus(Duration.ofHours(1))));

        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(CANCELLED);
        assertThat(end.code()).isEqualTo("expired-wish");
        assertThat(end.why()).contains("a warning is open");
        assertThat(end.since()).isEqualTo("2026-03-01T09:00:00Z");
    }

    @Test
    void aWishThatSaysNothingHoldsForSevenDays() {
        world.publisher.away = true;
        Instant asked = world.clock.now();

        UpdateEntry end = world.update("r2");

        assertThat(end.phase()).isEqualTo(REJECTED);
        assertThat(end.code()).isEqualTo("expired-wish");
        assertThat(end.why()).contains("the network is away");
        assertThat(end.since()).isEqualTo(asked.plus(Duration.ofDays(7)));
    }

    @Test
    void whileTheNetworkIsAwayItAsksAgainAfterSecondsThenMinutes() throws Exception {
        world.publisher.away = true;
        world.apply("r2");

        Duration first = world.engine.advance();
        for (int i = 0; i < 20; i++) {
            world.engine.advance();
        }
        Duration later = world.engine.advance();

        assertThat(first).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(15));
        assertThat(later).isBetween(Duration.ofSeconds(450), Duration.ofMinutes(15));
        assertThat(world.now().code()).isEqualTo("not-reachable");
        assertThat(world.now().why()).contains("the network is away");
    }
}
