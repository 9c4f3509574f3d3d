package io.verge.app.incidentwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.scene.RoadEvent.Kind;
import io.verge.api.signal.SignalPhase;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many of many wrong-way drivers are found, and how many of many others are taken for one. */
class WrongWayRatesTest {
    private static final int MANY = 300;
    private static final double METRES = 0.4;
    private static final double METRES_PER_SECOND = 0.5;
    private static final int[][] WAYS = {
        {11, 25}, {12, 35}, {12, 45}, {21, 35}, {22, 45}, {22, 15}, {31, 45}, {32, 15}, {32, 25}, {41, 15}, {42, 25}
    };

    private final Random random = new Random(417);

    private double between(double least, double greatest) {
        return least + random.nextDouble() * (greatest - least);
    }

    private Incidents noisy() {
        Incidents incidents = new Incidents().lights(SignalPhase.PERMISSIVE_MOVEMENT);
        incidents.traffic.noise(random.nextLong(), METRES, METRES_PER_SECOND);
        return incidents;
    }

    @Test
    void ofAHundredWrongWayDriversNinetyNineAreFound() {
        int found = 0;
        for (int i = 0; i < MANY; i++) {
            Incidents incidents = noisy();
            double speed = between(4, 20);
            incidents
                    .traffic
                    .car(1)
                    .at(3.5 + between(-0.6, 0.6), 140, 180 + between(-0.5, 0.5))
                    .speed(speed);
            incidents.run(Math.max(3, 14 / speed + 1));
            found += incidents.begun(Kind.WRONG_WAY).isEmpty() ? 0 : 1;
        }
        System.out.printf("wrong-way drivers found: %d of %d%n", found, MANY);
        assertThat(found).isGreaterThanOrEqualTo(MANY * 99 / 100);
    }

    @Test
    void nobodyWhoTakesAnOrdinaryWayIsTakenForOne() {
        for (int i = 0; i < MANY; i++) {
            Incidents incidents = noisy();
            int[] way = WAYS[i % WAYS.length];
            double speed = between(4, 12);
            incidents
                    .traffic
                    .car(1)
                    .on(way[0], way[1], 50)
                    .right(between(-0.8, 0.8))
                    .speed(speed);
            incidents.run(140 / speed);
            assertThat(incidents.begun(Kind.WRONG_WAY)).isEmpty();
        }
    }
}
