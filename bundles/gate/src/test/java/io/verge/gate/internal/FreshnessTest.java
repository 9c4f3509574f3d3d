package io.verge.gate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.message.MessageKind;
import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is sent late. */
class FreshnessTest {
    private final Roadside road = new Roadside();

    @Test
    void signalsAreSentUntilTheControllersWordIsHalfASecondOld() {
        road.offer(road.signals(500));
        assertThat(road.air).hasSize(1);
    }

    @Test
    void signalsThatAreOlderAreNotSent() {
        road.offer(road.signals(501));
        assertThat(road.stopped()).containsExactly(entry("too-old", 1L));
    }

    @Test
    void roadUsersAreSentUntilTheirSceneIsAHundredMillisecondsOld() {
        road.offer(road.roadUsers(100));
        assertThat(road.air).hasSize(1);
    }

    @Test
    void roadUsersThatAreOlderAreNotSent() {
        road.offer(road.roadUsers(101));
        assertThat(road.stopped()).containsExactly(entry("too-old", 1L));
    }

    @Test
    void eventsAndMapsAreSentUntilTheyAreASecondOld() {
        road.offer(road.event(1000));
        road.offer(road.map(1000));
        road.offer(road.event(1001));
        road.offer(road.map(1001));
        assertThat(road.air).hasSize(2);
        assertThat(road.stopped()).containsExactly(entry("too-old", 2L));
    }

    @Test
    void theReportSaysHowOldTheLastOneWas() {
        road.offer(road.roadUsers(612));
        assertThat(road.report(MessageKind.RSM).lastStop()).isEqualTo("too-old: it is 612 ms old (limit 100 ms)");
    }

    @Test
    void whatLiesAheadOfTheClockIsNotSent() {
        road.offer(road.roadUsers(-50));
        road.offer(road.roadUsers(-51));
        assertThat(road.air).hasSize(1);
        assertThat(road.stopped()).containsExactly(entry("future", 1L));
    }

    @Test
    void aMessageThatIsOlderThanItsAnnouncementIsJudgedByItsOwnTime() {
        road.offer(road.roadUsers(0), Roadside.frame(road.roadUsers(101), 100));
        assertThat(road.stopped()).containsExactly(entry("too-old", 1L));
    }

    @Test
    void timesOutOfAllReasonAreStoppedLikeOthers() {
        road.offer(new RoadUsersAnnouncement(Instant.MIN, Stamps.NONE, List.of()));
        road.offer(new RoadUsersAnnouncement(Instant.MAX, Stamps.NONE, List.of()));
        assertThat(road.stopped()).containsExactly(entry("future", 1L), entry("too-old", 1L));
    }

    @Test
    void signalsAreNotSentWhenTheBoxTookLongerThanAHundredMilliseconds() {
        Announcement signals = road.signals(0);
        road.after(101);
        road.offer(signals);
        assertThat(road.stopped()).containsExactly(entry("late", 1L));
    }

    @Test
    void theTimeInTheBoxIsNotFooledByAClockThatIsSet() {
        Announcement event = road.event(0);
        road.after(101);
        road.clock.set(event.time());
        road.offer(event);
        assertThat(road.stopped()).containsExactly(entry("late", 1L));
    }

    @Test
    void theEndOfAnEventIsSentAlsoWhenItIsLate() {
        Announcement end = road.event(0, Phase.CANCEL, 10, 30);
        road.after(500);
        road.offer(end);
        assertThat(road.air).hasSize(1);
    }

    @Test
    void aMapMayTakeItsTime() {
        Announcement map = road.map(0);
        road.after(500);
        road.offer(map);
        assertThat(road.air).hasSize(1);
    }
}
