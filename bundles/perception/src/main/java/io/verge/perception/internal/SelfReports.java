package io.verge.perception.internal;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What road users say of themselves over the air, as frames of a sensor that sees one road user each: a position with the error that is
 * stated, speed and heading as velocity, the sender's name as the detection's. Impossible reports are left out and counted. One thread.
 */
final class SelfReports {
    /** A report from farther away is of no use here, m. */
    private static final double FARTHEST = 1000;

    /** Faster than anything on a road, m/s. */
    private static final double FASTEST = 120;

    /** Of a receiver that does not state its error, m. */
    private static final double USUAL_ERROR = 2.5;

    /** No receiver on a roof is better than this, whatever it states, m; and one worse is of no use. */
    private static final double LEAST_ERROR = 0.5;

    private static final double GREATEST_ERROR = 15;

    /** What is said of a type: as sure as a camera mostly is. */
    private static final double CONFIDENCE = 0.8;

    private long refused;

    /** The report as a frame; null when it is impossible or too far away. */
    @Nullable
    DetectionFrame frame(ReceivedMessage message, SelfReport report, SiteFrame site) {
        Position at = place(report.position(), site);
        double distance = Math.hypot(at.east(), at.north());
        double error = Double.isNaN(report.error()) ? USUAL_ERROR : Math.max(LEAST_ERROR, report.error());
        if (!(distance <= FARTHEST) || !(error <= GREATEST_ERROR) || report.speed() > FASTEST) {
            refused++;
            return null;
        }
        double share = error / Math.max(1, distance);
        Sensor sensor = new Sensor(
                message.device() + '/' + report.id(),
                SensorKind.SELF_REPORT,
                new Mount(new Position(0, 0, 0), 0, 0),
                360,
                FARTHEST,
                new SensorError.LineOfSight(share, share));
        ObjectDetection detection = new ObjectDetection(
                new Position(at.east(), at.north(), 0),
                report.type(),
                CONFIDENCE,
                velocity(report),
                report.size(),
                report.id());
        return new DetectionFrame(sensor, message.sensedAt(), message.stamps(), -1, List.of(detection));
    }

    /** Reports that were impossible or from too far away. */
    long refused() {
        return refused;
    }

    /** The height does not matter on a plane, and many receivers do not know it. */
    private static Position place(Wgs84 position, SiteFrame site) {
        double height = site.origin().elevation();
        return site.toSite(new Wgs84(position.latitude(), position.longitude(), height));
    }

    private static @Nullable Velocity velocity(SelfReport report) {
        if (!(report.speed() >= 0) || !Double.isFinite(report.heading())) {
            return null;
        }
        double heading = Math.toRadians(report.heading());
        return new Velocity(report.speed() * Math.sin(heading), report.speed() * Math.cos(heading));
    }
}
