package io.verge.messages.facilities;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdviceBookTest {
    private static final Instant NOW = Crossing.TIME;
    private static final SiteMap MAP = Crossing.map();

    private final AdviceBook book = new AdviceBook();

    private static Advice advice(int lane, int group, double speed, int from) {
        return new Advice(lane, group, speed - 3, speed, 120, 0.8, NOW.plusSeconds(from), NOW.plusSeconds(from + 20));
    }

    private static SiteMap crossing(int id) {
        return new SiteMap(420, id, "", 0, List.of(), List.of(), List.of(), Set.of());
    }

    private void advise(SiteMap map, Advice... advices) {
        book.remember(new AdviceAnnouncement(NOW, Stamps.NONE, map, List.of(advices)));
    }

    @Test
    void isForItsSignalGroup() {
        advise(MAP, advice(11, 1, 12, 15), advice(12, 2, 9, 15));
        assertThat(book.of(MAP, 2, NOW)).extracting(Advice::lane).containsExactly(12);
    }

    @Test
    void isNoAdviceForOtherCrossings() {
        advise(MAP, advice(12, 2, 12, 15));
        assertThat(book.of(crossing(185), 2, NOW)).isEmpty();
    }

    @Test
    void isForTheNextGreenOfEachLane() {
        advise(MAP, advice(12, 2, 8, 75), advice(12, 2, 12, 15), advice(13, 2, 11, 15));
        assertThat(book.of(MAP, 2, NOW)).extracting(Advice::maxSpeed).containsExactly(12.0, 11.0);
    }

    @Test
    void endsWithItsGreen() {
        advise(MAP, new Advice(12, 2, 8, 12, 120, 1, NOW.minusSeconds(5), NOW.plusSeconds(2)));
        assertThat(book.of(MAP, 2, NOW.plusMillis(1_999))).hasSize(1);
        assertThat(book.of(MAP, 2, NOW.plusSeconds(2))).isEmpty();
    }

    @Test
    void isForgottenWhenNobodyRenewsIt() {
        advise(MAP, advice(12, 2, 12, 15));
        assertThat(book.of(MAP, 2, NOW.plusSeconds(5))).hasSize(1);
        assertThat(book.of(MAP, 2, NOW.plusMillis(5_001))).isEmpty();
    }

    @Test
    void isNotKnownToATimeLongBeforeIt() {
        advise(MAP, advice(12, 2, 12, 15));
        assertThat(book.of(MAP, 2, NOW.minusMillis(5_001))).isEmpty();
    }

    @Test
    void isTakenBackByNone() {
        advise(MAP, advice(12, 2, 12, 15));
        advise(MAP);
        assertThat(book.of(MAP, 2, NOW)).isEmpty();
    }

    @Test
    void leavesOffASpeedThatIsNone() {
        advise(MAP, advice(12, 2, Double.NaN, 15));
        assertThat(book.of(MAP, 2, NOW)).isEmpty();
    }

    @Test
    void forgetsTheCrossingThatWasSpokenOfLongestAgo() {
        for (int id = 1; id <= 16; id++) {
            advise(crossing(id), advice(12, 2, 12, 15));
        }
        assertThat(book.of(crossing(1), 2, NOW)).hasSize(1);
        advise(crossing(17), advice(12, 2, 12, 15));
        assertThat(book.of(crossing(1), 2, NOW)).hasSize(1);
        assertThat(book.of(crossing(2), 2, NOW)).isEmpty();
    }
}
