package io.verge.gate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.announcement.SignAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.ClockQuality.Source;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Clock, area and rates. */
class RulesTest {
    private final Roadside road = new Roadside();

    private void clockError(long millis) {
        road.clock.quality(new ClockQuality(Source.NTP, Duration.ofMillis(millis)));
    }

    @Test
    void signalsAndRoadUsersAreSentWhileTheClockIsWithinFiftyMilliseconds() {
        clockError(50);
        road.offer(road.signals(0));
        road.offer(road.roadUsers(0));
        assertThat(road.air).hasSize(2);
    }

    @Test
    void signalsRoadUsersAndAdviceAreNotSentWithAWorseClock() {
        clockError(51);
        road.offer(road.signals(0));
        road.offer(road.roadUsers(0));
        road.offer(road.advice(0));
        assertThat(road.stopped()).containsExactly(entry("clock", 3L));
    }

    @Test
    void signalsAreNotSentWhenNobodyKnowsHowGoodTheClockIs() {
        road.clock.quality(new ClockQuality(Source.FREE_RUNNING, null));
        road.offer(road.signals(0));
        assertThat(road.report(MessageKind.SPAT).lastStop())
                .isEqualTo("clock: the clock's error is not known (limit 50 ms)");
    }

    @Test
    void eventsAndMapsAreSentWithAnyClock() {
        road.clock.quality(new ClockQuality(Source.FREE_RUNNING, null));
        road.offer(road.event(0));
        road.offer(road.map(0));
        assertThat(road.air).hasSize(2);
    }

    @Test
    void anEventMustLieWithinTheBoxesArea() {
        road.offer(road.event(0, Phase.NEW, 1970, 30));
        road.offer(road.event(0, Phase.NEW, 1971, 30));
        assertThat(road.air).hasSize(1);
        assertThat(road.stopped()).containsExactly(entry("area", 1L));
    }

    @Test
    void anEventWithoutAPlaceIsNotSent() {
        road.offer(road.event(0, Phase.NEW, Double.NaN, 30));
        road.offer(road.event(0, Phase.NEW, 0, Double.NaN));
        road.offer(road.event(0, Phase.NEW, 1990, -30));
        assertThat(road.stopped()).containsExactly(entry("area", 3L));
    }

    @Test
    void aSignMustStandWithinTheBoxesArea() {
        road.offer(new SignAnnouncement(
                road.clock.now(),
                Stamps.NONE,
                "s",
                5,
                "",
                Double.NaN,
                new Position(0, 2001, 0),
                List.of(),
                road.clock.now(),
                null));
        assertThat(road.report(MessageKind.RSI).lastStop())
                .isEqualTo("area: it reaches 2001 m from the box (limit 2000 m)");
    }

    private int sentIn(int millis, int step, Supplier<Announcement> what) {
        for (int at = 0; at < millis; at += step) {
            road.offer(what.get());
            road.after(step);
        }
        return road.air.size();
    }

    @Test
    void tenSpatASecondPass() {
        assertThat(sentIn(10_000, 100, () -> road.signals(0))).isEqualTo(100);
    }

    @Test
    void moreThanTwelveSpatASecondDoNot() {
        assertThat(sentIn(10_000, 20, () -> road.signals(0))).isBetween(120, 124);
    }

    @Test
    void moreThanTwoMapsASecondDoNotPass() {
        assertThat(sentIn(10_000, 100, () -> road.map(0))).isBetween(20, 22);
    }

    @Test
    void aFloodOfOneKindDoesNotStopTheOthers() {
        int unused = sentIn(1000, 1, () -> road.roadUsers(0));
        road.air.clear();
        road.offer(road.signals(0));
        assertThat(road.air).hasSize(1);
    }

    @Test
    void whatIsStoppedForAnotherReasonDoesNotCountAgainstTheRate() {
        int unused = sentIn(1000, 1, () -> road.signals(600));
        road.offer(road.signals(0));
        assertThat(road.air).hasSize(1);
    }

    @Test
    void theOctetsOfASecondAreLimitedButSomeAreKeptForSignalsAndEvents() {
        Roadside small = new Roadside(Map.of("octets", 10_000)); // 2,500 at once, of which 625 are kept
        Announcement users = small.roadUsers(0);
        small.offer(users, frames(users, 4, 600));
        assertThat(small.air).hasSize(3);
        small.offer(small.event(0));
        assertThat(small.air).hasSize(4);
        assertThat(small.report(MessageKind.RSM).lastStop())
                .isEqualTo("rate: its 600 octets would be more than 10000 octets a second");
    }

    private static V2xFrame[] frames(Announcement cause, int count, int size) {
        V2xFrame[] frames = new V2xFrame[count];
        Arrays.setAll(frames, i -> Roadside.frame(cause, size));
        return frames;
    }
}
