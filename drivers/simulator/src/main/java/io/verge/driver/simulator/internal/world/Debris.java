package io.verge.driver.simulator.internal.world;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something small lies at the kerb side of an outer lane for some time. Everybody gets past it. */
final class Debris implements Act {
    private static final Size SIZE = new Size(0.3, 0.3, 0.3);
    /** From the middle of the road, metres: just not under the wheels of the widest. */
    private static final double OFFSET = Layout.KERB - 0.2;

    private final double seconds;
    private @Nullable Body body;
    private double lain;
    private int number;

    /** An act to come, in which it lies for so many seconds. */
    Debris(double seconds) {
        this.seconds = seconds;
    }

    @Override
    public boolean step(Situation situation) {
        if (body == null) {
            appear(situation);
        }
        lain += situation.seconds();
        boolean over = lain >= seconds;
        if (over) {
            situation.truth().change(number, happening -> happening.withEnd(situation.millis()));
        }
        return !over;
    }

    private void appear(Situation situation) {
        int arm = 1 + situation.random().nextInt(Layout.ARMS);
        boolean out = situation.random().nextBoolean();
        Pose place = Layout.on(arm, situation.random().nextDouble(28, 48), out ? OFFSET : -OFFSET);
        int id = situation.ids().next();
        body = new Body(id, RoadUserType.OBSTACLE, place, 0, SIZE, Body.Conduct.LAWFUL);
        number = situation.truth().begin(Incident.DEBRIS, situation.millis(), 10 * arm + (out ? 4 : 2), place, id);
    }

    @Override
    public Stream<Body> bodies() {
        return Stream.ofNullable(body);
    }
}
