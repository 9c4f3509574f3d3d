package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.Detection;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.road.RoadUserType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrengthsTest {
    private final Strengths strengths = new Strengths();
    private final Sensor radar = Street.radar();

    private Measurements returns(double... dB) {
        List<Detection> detections = new ArrayList<>();
        for (double d : dB) {
            detections.add(new RadarDetection(30, 0, 0, 5, d));
        }
        Measurements measurements = new Measurements(Defaults.settings());
        measurements.fill(Street.frame(radar, 0, detections));
        return measurements;
    }

    private double sifted(double... dB) {
        for (int i = 0; i < 10; i++) {
            strengths.watch("radar", returns(dB));
        }
        Measurements measurements = returns(dB);
        strengths.sift("radar", measurements);
        return measurements.get(0).strength;
    }

    @Test
    void aRadarWithReturnsOfLessThanASquareMetreStatesCrossSections() {
        assertThat(sifted(12, -9)).isEqualTo(12);
    }

    @Test
    void aRadarThatStatesNoiseRatiosTellsNothingOfTheBody() {
        assertThat(sifted(12, 31)).isNaN();
    }

    @Test
    void anImpossibleStrengthTellsNothing() {
        assertThat(sifted(1e30, -9)).isNaN();
        assertThat(sifted(Double.NEGATIVE_INFINITY, -9)).isNaN();
        assertThat(sifted(Double.NaN, -9)).isNaN();
    }

    @Test
    void whoReflectsLittleIsNoCar() {
        TypeVote vote = new TypeVote();
        vote.start();
        for (int i = 0; i < 10; i++) {
            vote.strength(-2);
        }
        assertThat(vote.best().name()).isIn("PEDESTRIAN", "BICYCLE", "MOTORCYCLE");
    }

    @Test
    void whoReflectsMuchIsNotOnFoot() {
        TypeVote vote = new TypeVote();
        vote.start();
        for (int i = 0; i < 3; i++) {
            vote.vote(RoadUserType.PEDESTRIAN, 0.6);
        }
        for (int i = 0; i < 40; i++) {
            vote.strength(12);
        }
        assertThat(vote.best().name()).isIn("CAR", "TRUCK", "BUS");
    }
}
