package io.verge.driver.radar.ti.internal;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.device.Counters;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The targets that the radar's own tracker follows, in the site frame.
 *
 * <pre>
 *  at   type     field
 *  0    u32      track id
 *  4    f32 x 3  position, m: x right, y forward, z up
 *  16   f32 x 3  velocity, m/s
 *  28   f32 x 3  acceleration, not used
 *  40   f32 x 16 error covariance, not used
 *  104  f32      gating gain, not used
 *  108  f32      confidence of the track, not used: it says nothing about the type
 * </pre>
 */
final class TargetReader {
    /** Metres; nothing on a road is higher. */
    private static final double MAX_HEIGHT = 10;

    private final Mount mount;
    private final Counters.Counter implausible;

    TargetReader(Mount mount, Counters counters) {
        this.mount = mount;
        implausible = counters.counter("implausible");
    }

    /** All plausible targets of the packet, in its order; empty when it has none. */
    List<Detection> read(Packet packet) {
        Map<Integer, Size> sizes = sizes(packet);
        List<Detection> detections = new ArrayList<>();
        for (Tlv tlv : packet.tlvs()) {
            if (tlv.content() == Content.TARGETS) {
                for (int i = 0; i < tlv.count(); i++) {
                    ObjectDetection target = target(packet.octets(), tlv.offset() + 112 * i, sizes);
                    if (target == null) {
                        implausible.increment();
                    } else {
                        detections.add(target);
                    }
                }
            }
        }
        return detections;
    }

    private @Nullable ObjectDetection target(ByteBuffer octets, int at, Map<Integer, Size> sizes) {
        double[] place = vector(octets, at + 4);
        double[] speed = vector(octets, at + 16);
        if (!(length(place) <= PointReader.MAX_DISTANCE) || !(length(speed) <= PointReader.MAX_SPEED)) {
            return null;
        }
        Position position = mount.toSite(place[0], place[1], place[2]);
        Position moved = mount.turn(speed[0], speed[1], speed[2]);
        int id = octets.getInt(at);
        return new ObjectDetection(
                new Position(position.east(), position.north(), 0),
                RoadUserType.UNKNOWN,
                0,
                new Velocity(moved.east(), moved.north()),
                sizes.get(id),
                Integer.toUnsignedString(id));
    }

    private static Map<Integer, Size> sizes(Packet packet) {
        Map<Integer, Size> sizes = new HashMap<>();
        for (Tlv tlv : packet.tlvs()) {
            if (tlv.content() == Content.TARGET_HEIGHTS) {
                for (int at = tlv.offset(); at < tlv.offset() + tlv.length(); at += 12) {
                    double top = packet.octets().getFloat(at + 4);
                    double bottom = packet.octets().getFloat(at + 8);
                    double height = top - bottom;
                    if (height > 0 && height <= MAX_HEIGHT) {
                        sizes.put(packet.octets().getInt(at), new Size(Double.NaN, Double.NaN, height));
                    }
                }
            }
        }
        return sizes;
    }

    private static double[] vector(ByteBuffer octets, int at) {
        return new double[] {octets.getFloat(at), octets.getFloat(at + 4), octets.getFloat(at + 8)};
    }

    /** NaN when a part of it is, so that it is within no limit. */
    private static double length(double[] vector) {
        return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }
}
