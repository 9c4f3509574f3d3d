package io.verge.messages.sae.internal.dsrc;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import io.verge.messages.facilities.AdviceBook;
import io.verge.messages.facilities.element.TimeMark;
import io.verge.messages.sae.j2735.AdvisorySpeed;
import io.verge.messages.sae.j2735.AdvisorySpeedType;
import io.verge.messages.sae.j2735.SPAT;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Speed advice on its way into SPAT. */
class AdvisedSpeedTest {
    private static final Instant NOW = Crossing.TIME;
    private static final SiteMap MAP = Crossing.map();

    private final AdviceBook book = new AdviceBook();
    private final SignalMessage message = new SignalMessage("SPAT", new TimeMark(36_000), book);

    private static Advice advice(int lane, int group, double speed, int from) {
        return new Advice(lane, group, speed - 3, speed, 120, 0.8, NOW.plusSeconds(from), NOW.plusSeconds(from + 20));
    }

    private void advise(Advice... advices) {
        book.remember(new AdviceAnnouncement(NOW, Stamps.NONE, MAP, List.of(advices)));
    }

    private SPAT spat(Instant time) throws UnspeakableException {
        SignalState red = new SignalState(2, SignalPhase.STOP_AND_REMAIN, null, time);
        return OnTheAir.received(message.of(new SignalAnnouncement(time, Stamps.NONE, MAP, Set.of(), List.of(red))));
    }

    private @Nullable List<AdvisorySpeed> speeds(Instant time) throws UnspeakableException {
        return spat(time)
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
        assertThat(speeds(NOW.plusMillis(100)))
                .containsExactly(new AdvisorySpeed(AdvisorySpeedType.GREENWAVE, 123, null, 120, null, null, null));
    }

    @Test
    void isNoAdviceForOtherGroups() throws UnspeakableException {
        advise(advice(11, 1, 12, 15));
        assertThat(speeds(NOW)).isNull();
    }

    @Test
    void saysTheSameSpeedOnce() throws UnspeakableException {
        advise(advice(12, 2, 12, 15), advice(13, 2, 12, 15));
        assertThat(speeds(NOW)).hasSize(1);
    }

    @Test
    void isTakenBackByNone() throws UnspeakableException {
        advise(advice(12, 2, 12, 15));
        advise();
        assertThat(speeds(NOW)).isNull();
    }

    @Test
    void raisesTheRevisionWhenItChanges() throws UnspeakableException {
        int before = spat(NOW).intersections().get(0).revision();
        advise(advice(12, 2, 12, 15));
        assertThat(spat(NOW).intersections().get(0).revision()).isEqualTo(before + 1);
    }
}
