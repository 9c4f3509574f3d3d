package io.verge.driver.radar.ti.internal;

import io.verge.api.observation.Detection;
import io.verge.api.observation.RadarDetection;
import io.verge.device.Counters;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The points of a packet. Numbers that no radar of this family can measure are counted and left out. */
final class PointReader {
    /** Metres: more than ten times the reach of these radars. */
    static final double MAX_DISTANCE = 1000;

    /** Metres per second. */
    static final double MAX_SPEED = 100;

    private final Counters.Counter implausible;

    PointReader(Counters counters) {
        implausible = counters.counter("implausible");
    }

    /**
     * Reads the first list of points: a second one tells the same points in another form.
     *
     * @return in the order of the packet; empty when it has none
     */
    List<Detection> read(Packet packet) {
        Tlv points = null;
        Tlv side = null;
        for (Tlv tlv : packet.tlvs()) {
            if (points == null && tlv.content().holdsPoints()) {
                points = tlv;
            } else if (tlv.content() == Content.SIDE_INFO) {
                side = tlv;
            }
        }
        if (points == null) {
            return List.of();
        }
        List<Detection> detections = new ArrayList<>(points.count());
        for (int i = 0; i < points.count(); i++) {
            double strength = strength(packet.octets(), side, i);
            RadarDetection detection = point(packet.octets(), points, i, strength);
            if (plausible(detection)) {
                detections.add(detection);
            } else {
                implausible.increment();
            }
        }
        return detections;
    }

    private static RadarDetection point(ByteBuffer octets, Tlv points, int i, double strength) {
        return switch (points.content()) {
            case XYZ_POINTS -> rectangular(octets, points.offset() + 16 * i, strength);
            case POLAR_POINTS -> polar(octets, points.offset() + 16 * i, strength);
            default -> packed(octets, points.offset(), points.offset() + 20 + 8 * i);
        };
    }

    private static RadarDetection rectangular(ByteBuffer octets, int at, double strength) {
        double x = octets.getFloat(at);
        double y = octets.getFloat(at + 4);
        double z = octets.getFloat(at + 8);
        double level = Math.hypot(x, y);
        return new RadarDetection(
                Math.hypot(level, z),
                Math.toDegrees(Math.atan2(x, y)),
                Math.toDegrees(Math.atan2(z, level)),
                octets.getFloat(at + 12),
                strength);
    }

    private static RadarDetection polar(ByteBuffer octets, int at, double strength) {
        return new RadarDetection(
                octets.getFloat(at),
                Math.toDegrees(octets.getFloat(at + 4)),
                Math.toDegrees(octets.getFloat(at + 8)),
                octets.getFloat(at + 12),
                strength);
    }

    /** The units stand once before all points: elevation, azimuth, doppler, range, signal to noise ratio. */
    private static RadarDetection packed(ByteBuffer octets, int units, int at) {
        return new RadarDetection(
                Short.toUnsignedInt(octets.getShort(at + 4)) * (double) octets.getFloat(units + 12),
                Math.toDegrees(octets.get(at + 1) * (double) octets.getFloat(units + 4)),
                Math.toDegrees(octets.get(at) * (double) octets.getFloat(units)),
                octets.getShort(at + 2) * (double) octets.getFloat(units + 8),
                Short.toUnsignedInt(octets.getShort(at + 6)) * (double) octets.getFloat(units + 16));
    }

    private static double strength(ByteBuffer octets, @Nullable Tlv side, int i) {
        if (side == null || i >= side.count()) {
            return Double.NaN;
        }
        return Short.toUnsignedInt(octets.getShort(side.offset() + 4 * i)) / 10.0;
    }

    private static boolean plausible(RadarDetection detection) {
        return detection.range() >= 0
                && detection.range() <= MAX_DISTANCE
                && Math.abs(detection.azimuth()) <= 180
                && Math.abs(detection.elevation()) <= 90
                && Math.abs(detection.radialSpeed()) <= MAX_SPEED
                && !Double.isInfinite(detection.strength());
    }
}
