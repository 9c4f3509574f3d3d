package io.verge.app.collisionwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.testkit.Crossing;
import io.verge.testkit.Mover;
import io.verge.testkit.Traffic;
import io.verge.traffic.EventDraft;
import io.verge.traffic.RoadNet;
import io.verge.traffic.RouteGuess;
import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.RoutePairs;
import io.verge.traffic.Trends;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a car from the north, signal group 2, does at its stop line. Its front is 2.25 m ahead of its centre. */
class PassagesTest {
    private final RoadNet net = RoadNet.of(Crossing.map());
    private final Settings settings = Settings.of(Apps.config());
    private final Trends trends = new Trends();
    private final Passages passages =
            new Passages(settings, trends, new Manners(settings, new RoutePairs(net), new Steering(net)));
    private final Traffic traffic = new Traffic(Crossing.map());
    private final Mover car = traffic.car(1);

    private Passage passage(double before, double speed) {
        car.on(12, 35, before).speed(speed);
        return look();
    }

    private Passage look() {
        Scene scene = traffic.scene();
        RoadUser user = scene.roadUsers().get(0);
        trends.update(scene);
        passages.begin(scene);
        List<Option> options = RouteGuess.of(net, user);
        passages.look(scene, user, options);
        return passages.of(scene, user, options.get(0));
    }

    @Test
    void whoHasRedStopsAtTheLine() {
        traffic.signal(2, SignalPhase.STOP_AND_REMAIN);
        assertThat(passage(52.25, 10)).isEqualTo(new Passage(Passage.Kind.STOPS, 50));
    }

    @Test
    void whoHasGreenGoes() {
        traffic.signal(2, SignalPhase.PERMISSIVE_MOVEMENT);
        assertThat(passage(52.25, 10).kind()).isEqualTo(Passage.Kind.GOES);
    }

    @Test
    void whoseSignalNobodyKnowsGoes() {
        assertThat(passage(52.25, 10).kind()).isEqualTo(Passage.Kind.GOES);
    }

    @Test
    void onYellowWhoCanStopDoes() {
        traffic.signal(2, SignalPhase.PERMISSIVE_CLEARANCE);
        assertThat(passage(52.25, 10).kind()).isEqualTo(Passage.Kind.STOPS);
    }

    @Test
    void onYellowWhoCannotStopGoes() {
        traffic.signal(2, SignalPhase.PERMISSIVE_CLEARANCE);
        assertThat(passage(12.25, 14).kind()).isEqualTo(Passage.Kind.GOES);
    }

    @Test
    void whoIsBeyondTheLineHasNoneAhead() {
        traffic.signal(2, SignalPhase.STOP_AND_REMAIN);
        assertThat(passage(1, 10)).isEqualTo(new Passage(Passage.Kind.GOES, Double.POSITIVE_INFINITY));
    }

    @Test
    void whoIsSaidToRunTheRedViolates() {
        traffic.signal(2, SignalPhase.STOP_AND_REMAIN)
                .event(EventDraft.of(RoadEvent.Kind.RED_LIGHT_VIOLATION, new Position(-7, 20, 0))
                        .roadUsers(1)
                        .build());
        assertThat(passage(52.25, 10).kind()).isEqualTo(Passage.Kind.VIOLATES);
    }

    @Test
    void whoIsSaidToAndIsSlowAlreadyStops() {
        traffic.signal(2, SignalPhase.STOP_AND_REMAIN)
                .event(EventDraft.of(RoadEvent.Kind.RED_LIGHT_VIOLATION, new Position(-7, 20, 0))
                        .roadUsers(1)
                        .build());
        assertThat(passage(12.25, 2).kind()).isEqualTo(Passage.Kind.STOPS);
    }

    @Test
    void whoIsSeenNotToStopViolates() {
        traffic.signal(2, SignalPhase.STOP_AND_REMAIN);
        Passage passage = passage(25, 14);
        for (int i = 0; i < 12; i++) {
            traffic.step();
            passage = look();
        }
        assertThat(passage.kind()).isEqualTo(Passage.Kind.VIOLATES);
    }
}
