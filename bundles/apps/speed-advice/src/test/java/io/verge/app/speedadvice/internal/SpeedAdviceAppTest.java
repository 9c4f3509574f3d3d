package io.verge.app.speedadvice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.app.Need;
import io.verge.api.geo.SiteFrame;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.testkit.Crossing;
import io.verge.testkit.Defaults;
import io.verge.testkit.Heard;
import io.verge.testkit.Traffic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Lane 12 of the crossing is 130 m long with a limit of 60 km/h. Its signal group 2 is green for 30 s, yellow for 3 s and red
 * for 37 s, which the controller shows but does not foretell.
 */
class SpeedAdviceAppTest {
    private static final double LENGTH = 130;
    private static final double LIMIT = 60 / 3.6;
    private static final double SLOWEST = LIMIT / 2;

    private final SpeedAdviceApp app = app(Crossing.map());
    private final Traffic traffic = new Traffic(Crossing.map());
    private final Heard heard = new Heard();

    private static SpeedAdviceApp app(SiteMap map, Object... settings) {
        return new SpeedAdviceApp(Defaults.of(SpeedAdviceConfig.class, settings), Crossing.site(map));
    }

    private void show(SignalPhase phase, double seconds) {
        traffic.signal(2, phase).run(app, heard, seconds);
    }

    private void cycles(int count) {
        for (int i = 0; i < count; i++) {
            show(SignalPhase.PROTECTED_MOVEMENT, 30);
            show(SignalPhase.PROTECTED_CLEARANCE, 3);
            show(SignalPhase.STOP_AND_REMAIN, 37);
        }
    }

    /** The plan is known, and the lights are yellow no more: 37 s of red have begun so many seconds ago. */
    private void red(double seconds) {
        cycles(6);
        show(SignalPhase.PROTECTED_MOVEMENT, 30);
        show(SignalPhase.PROTECTED_CLEARANCE, 3);
        show(SignalPhase.STOP_AND_REMAIN, seconds);
    }

    private List<Advice> last() {
        List<AdviceAnnouncement> said = heard.only(AdviceAnnouncement.class);
        return said.isEmpty() ? List.of() : said.get(said.size() - 1).advices();
    }

    @Test
    void needsSignalsAndTheMapOfThem() {
        assertThat(app.needs()).containsExactlyInAnyOrder(Need.SIGNALS, Need.MAP, Need.SIGNAL_GROUPS);
    }

    @Test
    void saysNothingBeforeThePlanIsKnown() {
        cycles(4);
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void advisesTheSpeedThatArrivesWhenTheGreenBegins() {
        red(27);
        // 10 s to the green, 40 s to its end.
        Advice advice = last().get(0);
        assertThat(advice.lane()).isEqualTo(12);
        assertThat(advice.signalGroup()).isEqualTo(2);
        assertThat(advice.maxSpeed()).isCloseTo(LENGTH / 10, within(0.8));
        assertThat(advice.minSpeed()).isCloseTo(SLOWEST, within(0.01));
        assertThat(advice.distance()).isCloseTo(LENGTH, within(0.01));
    }

    @Test
    void saysWhenTheGreenIs() {
        red(27);
        Advice advice = last().get(0);
        assertThat(advice.from()).isBetween(traffic.later(9.5), traffic.later(10.5));
        assertThat(advice.until()).isBetween(traffic.later(39.5), traffic.later(40.5));
        assertThat(advice.confidence()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void neverAdvisesMoreThanTheLimit() {
        cycles(6);
        show(SignalPhase.PROTECTED_MOVEMENT, 5);
        assertThat(last().get(0).maxSpeed()).isCloseTo(LIMIT, within(1e-9));
    }

    @Test
    void advisesNothingWhenTheGreenCannotBeReachedWithinTheLimit() {
        cycles(6);
        show(SignalPhase.PROTECTED_MOVEMENT, 24);
        assertThat(last()).isEmpty();
    }

    @Test
    void advisesNothingWhenOnlyCrawlingWouldHelp() {
        // 30 s to the green: 4 m/s would do, which is below half of the limit.
        red(7);
        assertThat(last()).isEmpty();
    }

    @Test
    void aQueueDelaysTheArrival() {
        for (int i = 0; i < 3; i++) {
            traffic.car(i + 1).on(12, 35, 3 + 7 * i).speed(0);
        }
        red(33);
        // 4 s to the green, 1.5 s and 3 × 2 s for the queue.
        assertThat(last().get(0).maxSpeed()).isCloseTo(LENGTH / 11.5, within(0.6));
    }

    @Test
    void whoDrivesIsNoQueue() {
        traffic.car(1).on(12, 35, 120).speed(3);
        red(27);
        assertThat(last().get(0).maxSpeed()).isCloseTo(LENGTH / 10, within(0.8));
    }

    @Test
    void theGreenAfterTheNextIsAdvisedOfWhenItCanBeReached() {
        List<Advice> advices = advices(app(Crossing.map(), "minSpeed", 5.0, "minShare", 0.05));
        assertThat(advices).hasSize(2);
        assertThat(advices.get(1).from()).isAfter(advices.get(0).until());
    }

    private List<Advice> advices(SpeedAdviceApp other) {
        for (int i = 0; i < 7; i++) {
            traffic.signal(2, SignalPhase.PROTECTED_MOVEMENT).run(other, heard, 30);
            traffic.signal(2, SignalPhase.PROTECTED_CLEARANCE).run(other, heard, 3);
            traffic.signal(2, SignalPhase.STOP_AND_REMAIN).run(other, heard, i < 6 ? 37 : 20);
        }
        return last();
    }

    @Test
    void theRateIsTwoASecond() {
        red(23);
        heard.forget();
        show(SignalPhase.STOP_AND_REMAIN, 10);
        assertThat(heard.only(AdviceAnnouncement.class)).hasSizeBetween(19, 21);
    }

    @Test
    void anEmptyAdviceTakesBackOnce() {
        red(27);
        heard.forget();
        traffic.silenceSignals().run(app, heard, 3);
        assertThat(heard.only(AdviceAnnouncement.class)).last().satisfies(said -> assertThat(said.advices())
                .isEmpty());
        assertThat(heard.only(AdviceAnnouncement.class).stream()
                        .filter(said -> said.advices().isEmpty()))
                .hasSize(1);
    }

    @Test
    void anActuatedGreenIsNotAdvised() {
        double[] greens = {12, 31, 18, 40, 22, 15, 35, 27, 19, 33};
        for (double green : greens) {
            show(SignalPhase.PROTECTED_MOVEMENT, green);
            show(SignalPhase.PROTECTED_CLEARANCE, 3);
            show(SignalPhase.STOP_AND_REMAIN, 37);
        }
        assertThat(heard.all()).isEmpty();
    }

    private record Mapless(String box, SiteFrame frame, Optional<SiteMap> map) implements Site {
        Mapless() {
            this("wuhan-0417", Crossing.frame(), Optional.empty());
        }
    }

    @Test
    void saysNothingWithoutAMap() {
        SpeedAdviceApp blind = new SpeedAdviceApp(Defaults.of(SpeedAdviceConfig.class), new Mapless());
        Scene scene = traffic.signal(2, SignalPhase.PROTECTED_MOVEMENT).scene();
        blind.onScene(scene, heard);
        assertThat(heard.all()).isEmpty();
    }
}
