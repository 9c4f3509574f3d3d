package io.verge.itests.devices;

import static org.assertj.core.api.Assertions.fail;

import io.verge.api.geo.Position;
import io.verge.api.observation.CorrectionsReceived;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.Observation;
import io.verge.api.observation.PositionFix;
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

    /** Metres: as many as an NMEA sentence can say of height and geoid together. */
    private static final double HIGHEST = 2_000_000;

    /** m/s. */
    private static final double FASTEST = 200;

    /** Characters. */
    private static final int LONGEST_ID = 64;

    /** Metres. */
    private static final double LARGEST = 100;

    /** As much as two octets of tenths of a second can say. */
    private static final Duration LONGEST_SIGNAL = Duration.ofMillis(6_553_500);

    private Plausible() {}

    /** Fails when one of its numbers is out of its range. */
    public static void check(Observation observation) {
        if (observation instanceof DetectionFrame frame) {
            that("number", frame.number() >= -1, frame);
            frame.detections().forEach(Plausible::check);
        } else if (observation instanceof SignalFrame frame) {
            check(frame);
        } else if (observation instanceof PositionFix fix) {
            that("elevation", within(fix.position().elevation(), -HIGHEST, HIGHEST), fix);
            that("error", Double.isNaN(fix.error()) || within(fix.error(), 0, Double.MAX_VALUE), fix);
        } else if (observation instanceof CorrectionsReceived corrections) {
            that("type", within(corrections.type(), 0, 4095), corrections);
            that("length", within(corrections.message().remaining(), 8, CorrectionsReceived.LONGEST), corrections);
        } else {
            that("kind of observation", false, observation);
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
        that("range", within(radar.range(), 0, FARTHEST), radar);
        that("azimuth", within(radar.azimuth(), -360, 360), radar);
        that("elevation", within(radar.elevation(), -90, 90), radar);
        that("radial speed", within(radar.radialSpeed(), -FASTEST, FASTEST), radar);
        that("strength", !Double.isInfinite(radar.strength()), radar);
    }

    private static void check(ObjectDetection object) {
        Position position = object.position();
        that("east", within(position.east(), -OUTERMOST, OUTERMOST), object);
        that("north", within(position.north(), -OUTERMOST, OUTERMOST), object);
        that("up", position.up() == 0, object);
        that("confidence", within(object.confidence(), 0, 1), object);
        Velocity velocity = object.velocity();
        that("velocity", velocity == null || within(velocity.speed(), 0, FASTEST), object);
        Size size = object.size();
        that("size", size == null || (side(size.length()) && side(size.width()) && side(size.height())), object);
        String id = object.trackId();
        that("track", id == null || (!id.isEmpty() && id.length() <= LONGEST_ID), object);
    }

    private static boolean side(double metres) {
        return Double.isNaN(metres) || within(metres, Double.MIN_VALUE, LARGEST);
    }

    private static void check(SignalFrame frame) {
        int before = 0;
        for (SignalState state : frame.states()) {
            that("ascending groups", state.group() > before, frame);
            that("observed", state.observedAt().equals(frame.sensedAt()), state);
            before = state.group();
            SignalTiming timing = state.timing();
            if (timing != null) {
                check(timing, frame.sensedAt());
                boolean lit = state.phase() != SignalPhase.UNAVAILABLE && state.phase() != SignalPhase.DARK;
                that("timed only when lit", lit, state);
            }
        }
    }

    private static void check(SignalTiming timing, Instant now) {
        that("least end", within(timing.minEnd(), now, now.plus(LONGEST_SIGNAL)), timing);
        Instant maxEnd = timing.maxEnd();
        that("greatest end", maxEnd == null || within(maxEnd, timing.minEnd(), now.plus(LONGEST_SIGNAL)), timing);
        that("confidence", within(timing.confidence(), 0, 1), timing);
    }

    /** Not when it is NaN. */
    private static boolean within(double value, double min, double max) {
        return value >= min && value <= max;
    }

    private static boolean within(Instant value, Instant min, Instant max) {
        return !value.isBefore(min) && !value.isAfter(max);
    }

    /** By hand: a fuzzer asks this a million times a second. */
    private static void that(String what, boolean right, Object of) {
        if (!right) {
            fail(what + " of " + of);
        }
    }
}
