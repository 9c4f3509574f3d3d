package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import io.verge.messages.etsi.infrastructure.AdvisorySpeed;
import io.verge.messages.etsi.infrastructure.AdvisorySpeedType;
import io.verge.messages.etsi.infrastructure.SPAT;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Speed advice on its way into SPAT. */
class AdviceBookTest {
    private static final Instant NOW = Crossing.TIME;
    private static final SiteMap MAP = Crossing.map();

    private final EtsiMessageSet set = Spoken.set();

    private static Advice advice(int lane, int group, double speed, int from) {
        return new Advice(lane, group, speed - 3, speed, 120, 0.8, NOW.plusSeconds(from), NOW.plusSeconds(from + 20));
    }

    private void advise(Advice... advices) throws UnspeakableException {
        assertThat(set.encode(new AdviceAnnouncement(NOW, Stamps.NONE, MAP, List.of(advices))))
                .isEmpty();
    }

    private SPAT spat(SiteMap map, Instant time) throws UnspeakableException {
        SignalState red = new SignalState(2, SignalPhase.STOP_AND_REMAIN, null, time);
        return Spoken.spat(set, new SignalAnnouncement(time, Stamps.NONE, map, Set.of(), List.of(red)));
    }

    private @Nullable List<AdvisorySpeed> speeds(SiteMap map, Instant time) throws UnspeakableException {
        return spat(map, time)
                .intersections()
                .get(0)
                .states()
                .get(0)
                .stateTimeSpeed()
                .get(0)
                .speeds();
    }

    @Test
    void goesIntoTheNextSpat() throws UnspeakableException {
        advise(advice(12, 2, 12.38, 15));
        assertThat(speeds(MAP, NOW.plusMillis(100)))
                .containsExactly(new AdvisorySpeed(AdvisorySpeedType.GREENWAVE, 123, null, 120, null, null, null));
    }

    @Test
    void isNoAdviceForOtherGroups() throws UnspeakableException {
        advise(advice(11, 1, 12, 15));
        assertThat(speeds(MAP, NOW)).isNull();
    }

    @Test
    void isNoAdviceForOtherCrossings() throws UnspeakableException {
        advise(advice(12, 2, 12, 15));
        SiteMap other = new SiteMap(420, 185, "", 0, List.of(), List.of(), List.of(), Set.of());
        assertThat(speeds(other, NOW)).isNull();
    }

    @Test
    void isForTheNextGreenOfEachLane() throws UnspeakableException {
        advise(advice(12, 2, 12, 15), advice(12, 2, 8, 75), advice(13, 2, 11, 15));
        assertThat(speeds(MAP, NOW)).extracting(AdvisorySpeed::speed).containsExactly(120, 110);
    }

    @Test
    void saysTheSameSpeedOnce() throws UnspeakableException {
        advise(advice(12, 2, 12, 15), advice(13, 2, 12, 15));
        assertThat(speeds(MAP, NOW)).hasSize(1);
    }

    @Test
    void endsWithItsGreen() throws UnspeakableException {
        advise(new Advice(12, 2, 8, 12, 120, 1, NOW.minusSeconds(5), NOW.plusSeconds(2)));
        assertThat(speeds(MAP, NOW.plusSeconds(1))).isNotNull();
        assertThat(speeds(MAP, NOW.plusSeconds(2))).isNull();
    }

    @Test
    void isForgottenWhenNobodyRenewsIt() throws UnspeakableException {
        advise(advice(12, 2, 12, 15));
        assertThat(speeds(MAP, NOW.plusSeconds(5))).isNotNull();
        assertThat(speeds(MAP, NOW.plusMillis(5_001))).isNull();
    }

    @Test
    void isTakenBackByNone() throws UnspeakableException {
        advise(advice(12, 2, 12, 15));
        advise();
        assertThat(speeds(MAP, NOW)).isNull();
    }

    @Test
    void raisesTheRevisionWhenItChanges() throws UnspeakableException {
        int before = spat(MAP, NOW).intersections().get(0).revision();
        advise(advice(12, 2, 12, 15));
        assertThat(spat(MAP, NOW).intersections().get(0).revision()).isEqualTo(before + 1);
    }

    @Test
    void saysNothingOfASpeedThatIsNone() throws UnspeakableException {
        advise(advice(12, 2, Double.NaN, 15));
        assertThat(speeds(MAP, NOW)).isNull();
    }
}
