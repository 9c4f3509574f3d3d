package io.verge.app.roadsigns.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.announcement.SignAnnouncement;
import io.verge.api.app.NoticeRefusedException;
import io.verge.api.app.NoticeReport;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is on the air, when, and until when. */
class RoadSignsAppTest {
    @RoadSignsConfig(
            id = "road-signs",
            signs = {
                "works-east=sign 38, east 30, north 2, text Roadworks ahead, lanes 11 12, until 2026-03-01T08:00:10Z",
                "limit=sign 85, east 60, north 2, value 13.9",
                "later=sign 7, east 1, north 1, from 2026-03-01T08:00:05Z"
            },
            events = "dig=event road-works, east 30, north 2, radius 40, text Trench")
    private static final class Configured {}

    private final Roadside empty = new Roadside();
    private final Roadside configured = new Roadside(Configured.class);

    private static List<String> ids(Roadside roadside) {
        return roadside.signs().stream().map(SignAnnouncement::id).distinct().toList();
    }

    @Test
    void theClockOfTheTestsIsThatOfTheirTimes() {
        assertThat(configured.start).hasToString("2026-03-01T08:00:00Z");
    }

    @Test
    void needsNothing() {
        assertThat(empty.app.needs()).isEmpty();
    }

    @Test
    void saysNothingWhenThereIsNothing() {
        empty.seconds(2);
        assertThat(empty.said).isEmpty();
    }

    @Test
    void aSignIsAnnouncedAsTheProfileHasIt() {
        configured.scene();
        SignAnnouncement sign = configured.signs().stream()
                .filter(said -> said.id().equals("works-east"))
                .findFirst()
                .orElseThrow();
        assertThat(sign.sign()).isEqualTo(38);
        assertThat(sign.text()).isEqualTo("Roadworks ahead");
        assertThat(sign.position()).isEqualTo(new Position(30, 2, 0));
        assertThat(sign.lanes()).containsExactly(11, 12);
        assertThat(sign.from()).isEqualTo(configured.start);
        assertThat(sign.until()).isEqualTo(configured.start.plusSeconds(10));
    }

    @Test
    void signsGoOnceASecond() {
        configured.seconds(4);
        assertThat(configured.signs())
                .filteredOn(sign -> sign.id().equals("limit"))
                .hasSize(4);
    }

    @Test
    void aSignThatIsOverIsAnnouncedNoMore() {
        configured.seconds(10).said.clear();
        configured.seconds(2);
        assertThat(ids(configured)).containsExactly("later", "limit");
    }

    @Test
    void aSignThatIsToComeWaits() {
        configured.seconds(5);
        assertThat(ids(configured)).doesNotContain("later");
        configured.scene();
        assertThat(ids(configured)).contains("later");
    }

    @Test
    void eventsGoTwiceASecondWithOneId() {
        configured.seconds(3);
        assertThat(configured.events()).hasSizeBetween(5, 7);
        assertThat(configured.events())
                .extracting(said -> said.event().id())
                .containsOnly(configured.events().get(0).event().id());
        assertThat(configured.events().get(0).event().detail()).isEqualTo("Trench");
        assertThat(configured.events().get(0).event().radius()).isEqualTo(40);
    }

    @Test
    void aSignOfAMaintainerGoesWithTheNextScene() throws NoticeRefusedException {
        empty.scene();
        empty.app.put(Roadside.sign("hole", 38, null));
        empty.scene();
        assertThat(ids(empty)).containsExactly("hole");
    }

    @Test
    void aSignThatIsChangedGoesWithTheNextScene() throws NoticeRefusedException {
        empty.app.put(Roadside.sign("hole", 38, null));
        empty.scene();
        empty.app.put(Roadside.sign("hole", 39, null));
        empty.scene();
        assertThat(empty.signs()).extracting(SignAnnouncement::sign).containsExactly(38, 39);
    }

    @Test
    void aSignWithoutAnEndLastsADay() throws NoticeRefusedException {
        NoticeReport report = empty.app.put(Roadside.sign("hole", 38, null));
        assertThat(report.notice().until()).isEqualTo(empty.start.plus(Duration.ofHours(24)));
        empty.clock.advance(Duration.ofHours(24));
        empty.scene();
        assertThat(empty.said).isEmpty();
        assertThat(empty.app.list()).isEmpty();
    }

    @Test
    void aSignThatIsTakenDownIsAnnouncedNoMore() throws NoticeRefusedException {
        empty.app.put(Roadside.sign("hole", 38, null));
        empty.scene();
        empty.app.remove("hole");
        empty.seconds(2);
        assertThat(empty.signs()).hasSize(1);
    }

    @Test
    void anEventThatIsTakenDownIsCancelledThreeTimes() throws NoticeRefusedException {
        empty.app.put(Roadside.event("ice", RoadEvent.Kind.WEATHER));
        empty.scene();
        empty.app.remove("ice");
        empty.seconds(2);
        assertThat(empty.events())
                .extracting(EventAnnouncement::phase)
                .containsExactly(Phase.NEW, Phase.CANCEL, Phase.CANCEL, Phase.CANCEL);
    }

    @Test
    void anEventThatBecomesAnotherIsAnother() throws NoticeRefusedException {
        empty.app.put(Roadside.event("ice", RoadEvent.Kind.WEATHER));
        empty.scene();
        empty.app.put(Roadside.event("ice", RoadEvent.Kind.ROAD_WORKS));
        empty.scene();
        assertThat(empty.events())
                .extracting(EventAnnouncement::phase)
                .contains(Phase.CANCEL)
                .endsWith(Phase.CANCEL);
        assertThat(empty.events())
                .filteredOn(said -> said.phase() == Phase.NEW)
                .extracting(said -> said.event().kind())
                .containsExactly(RoadEvent.Kind.WEATHER, RoadEvent.Kind.ROAD_WORKS);
    }

    @Test
    void allAreListedWithWhereTheyComeFrom() throws NoticeRefusedException {
        configured.app.put(Roadside.sign("hole", 38, null));
        assertThat(configured.app.list())
                .extracting(report -> report.notice().id() + " " + report.origin() + " " + report.announced())
                .containsExactly(
                        "dig profile true",
                        "hole local true",
                        "later profile false",
                        "limit profile true",
                        "works-east profile true");
        assertThat(configured.app.counters()).containsEntry("notices", 5L);
    }

    @Test
    void aClockThatIsSetBackStopsNoSign() {
        configured.seconds(1);
        configured.clock.set(configured.start.minusSeconds(3600));
        configured.said.clear();
        configured.seconds(1);
        assertThat(ids(configured)).contains("limit");
    }

    @Test
    void aSignOfAMaintainerBeginsWhenItIsPutUp() throws NoticeRefusedException {
        empty.seconds(3);
        empty.app.put(Roadside.sign("hole", 38, null));
        empty.scene();
        assertThat(empty.signs().get(0).from()).isEqualTo(empty.start.plusSeconds(3));
    }
}
