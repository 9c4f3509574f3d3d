package io.verge.itests.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.Observation;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.SignalFrame;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import java.time.Duration;
import java.time.Instant;

/** What a driver may publish whatever its device sends: the ranges of the vocabulary, and nothing that no road has. */
public final class Plausible {
    /** Metres: a recording's sensor may look that far. */
    private static final double FARTHEST = 10_000;

    /** Metres from the origin of the site. */
    private static final double OUTERMOST = 200_000;

    /** m/s. */
    private static final double FASTEST = 200;

    /** Characters. */
    private static final int LONGEST_ID = 64;

    private Plausible() {}

    /** Fails when one of its numbers is out of its range. */
    public static void check(Observation observation) {
        if (observation instanceof DetectionFrame frame) {
            assertThat(frame.number()).as("number").isGreaterThanOrEqualTo(-1);
            frame.detections().forEach(Plausible::check);
        } else if (observation instanceof SignalFrame frame) {
            check(frame);
        } else {
            fail("no driver here publishes " + observation);
        }
    }

    private static void check(Detection detection) {
        if (detection instanceof RadarDetection radar) {
            check(radar);
        } else if (detection instanceof ObjectDetection object) {
            check(object);
        }
    }

    private static void check(RadarDetection radar) {
        assertThat(radar.range()).as("range").isBetween(0.0, FARTHEST);
        assertThat(radar.azimuth()).as("azimuth").isBetween(-360.0, 360.0);
        assertThat(radar.elevation()).as("elevation").isBetween(-90.0, 90.0);
        assertThat(radar.radialSpeed()).as("radial speed").isBetween(-FASTEST, FASTEST);
        assertThat(Double.isInfinite(radar.strength())).as("strength").isFalse();
    }

    private static void check(ObjectDetection object) {
        Position position = object.position();
        assertThat(position.east()).as("east").isBetween(-OUTERMOST, OUTERMOST);
        assertThat(position.north()).as("north").isBetween(-OUTERMOST, OUTERMOST);
        assertThat(position.up()).as("up").isZero();
        assertThat(object.confidence()).as("confidence").isBetween(0.0, 1.0);
        Velocity velocity = object.velocity();
        if (velocity != null) {
            assertThat(velocity.speed()).as("speed").isBetween(0.0, FASTEST);
        }
        Size size = object.size();
        if (size != null) {
            check(size.length());
            check(size.width());
            check(size.height());
        }
        String id = object.trackId();
        if (id != null) {
            assertThat(id).as("track").isNotEmpty().hasSizeLessThanOrEqualTo(LONGEST_ID);
        }
    }

    private static void check(double side) {
        if (!Double.isNaN(side)) {
            assertThat(side).as("side").isBetween(Double.MIN_VALUE, 100.0);
        }
    }

    private static void check(SignalFrame frame) {
        int before = 0;
        for (SignalState state : frame.states()) {
            assertThat(state.group()).as("groups ascend").isGreaterThan(before);
            assertThat(state.observedAt()).as("observed").isEqualTo(frame.sensedAt());
            before = state.group();
            SignalTiming timing = state.timing();
            if (timing != null) {
                assertThat(state.phase()).as("timed").isNotIn(SignalPhase.UNAVAILABLE, SignalPhase.DARK);
                check(timing, frame.sensedAt());
            }
        }
    }

    private static void check(SignalTiming timing, Instant now) {
        Instant last = now.plus(Duration.ofMillis(6_553_500));
        assertThat(timing.minEnd()).as("least end").isBetween(now, last);
        Instant maxEnd = timing.maxEnd();
        if (maxEnd != null) {
            assertThat(maxEnd).as("greatest end").isBetween(timing.minEnd(), last);
        }
        assertThat(timing.confidence()).as("confidence").isBetween(0.0, 1.0);
    }
}
