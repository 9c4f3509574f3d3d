package io.verge.messages.csae.internal;

import io.verge.api.geo.Wgs84;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.messages.csae.edition2020.BasicSafetyMessage;
import io.verge.messages.csae.edition2020.PersonalDeviceUserType;
import io.verge.messages.csae.edition2020.PersonalSafetyMessage;
import io.verge.messages.csae.edition2020.Position3D;
import io.verge.messages.csae.edition2020.PositionConfidence;
import io.verge.messages.csae.edition2020.PositionConfidenceSet;
import io.verge.messages.csae.edition2020.PositionalAccuracy;
import io.verge.messages.csae.edition2020.VehicleSize;
import io.verge.messages.facilities.element.ConfidenceClass;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.VehicleClass;
import org.jspecify.annotations.Nullable;

/**
 * What vehicles (BSM) and pedestrians (PSM) say of themselves. Without a position there is no report. A height that is not said
 * is taken to be the site's.
 */
final class SelfReports {
    /** DE SemiMajorAxisAccuracy: 0.05 m at one standard deviation. */
    private static final double ACCURACY_STEP = 0.05;

    private static final int ACCURACY_UNAVAILABLE = 255;

    private final double elevation;

    /** With the elevation of the site, metres. */
    SelfReports(double elevation) {
        this.elevation = elevation;
    }

    @Nullable
    SelfReport of(BasicSafetyMessage message) {
        return report(
                message.id().hex(),
                VehicleClass.type(message.vehicleClass().classification()),
                message.pos(),
                message.speed(),
                message.heading(),
                error(message.posAccuracy(), message.posConfidence()),
                size(message.size()));
    }

    /** A BSM of the edition of 2019, which differs only in what is not looked at here. */
    @Nullable
    SelfReport of(io.verge.messages.csae.edition2019.BasicSafetyMessage message) {
        var at = message.pos();
        var accuracy = message.posAccuracy();
        var confidence = message.posConfidence();
        var body = message.size();
        return report(
                message.id().hex(),
                VehicleClass.type(message.vehicleClass().classification()),
                new Position3D(at.lat(), at.long_(), at.elevation()),
                message.speed(),
                message.heading(),
                error(
                        accuracy == null
                                ? null
                                : new PositionalAccuracy(
                                        accuracy.semiMajor(), accuracy.semiMinor(), accuracy.orientation()),
                        confidence == null
                                ? null
                                : new PositionConfidenceSet(
                                        PositionConfidence.valueOf(
                                                confidence.pos().name()),
                                        null)),
                size(new VehicleSize(body.width(), body.length(), body.height())));
    }

    @Nullable
    SelfReport of(PersonalSafetyMessage message) {
        return report(
                message.id().hex(),
                type(message.nonMotorData().basicType()),
                message.pos(),
                message.speed(),
                message.heading(),
                error(message.posAccuracy(), null),
                null);
    }

    private @Nullable SelfReport report(
            String id, RoadUserType type, Position3D at, int speed, int heading, double error, @Nullable Size size) {
        Wgs84 position = position(at);
        if (position == null) {
            return null;
        }
        return new SelfReport(
                id,
                type,
                position,
                speed == DsrcUnits.SPEED_UNAVAILABLE ? Double.NaN : speed * DsrcUnits.SPEED_STEP,
                heading == DsrcUnits.HEADING_UNAVAILABLE ? Double.NaN : heading * DsrcUnits.HEADING_STEP,
                error,
                size);
    }

    /** Null when it is unavailable. */
    @Nullable
    Wgs84 position(Position3D at) {
        return at.lat() == Coordinates.LATITUDE_UNAVAILABLE || at.long_() == Coordinates.LONGITUDE_UNAVAILABLE
                ? null
                : new Wgs84(Coordinates.degrees(at.lat()), Coordinates.degrees(at.long_()), elevation(at.elevation()));
    }

    private double elevation(@Nullable Integer tenths) {
        return tenths == null || tenths == DsrcUnits.ELEVATION_UNAVAILABLE ? elevation : tenths / 10.0;
    }

    private static RoadUserType type(PersonalDeviceUserType type) {
        if (type.equals(PersonalDeviceUserType.A_PEDESTRIAN) || type.equals(PersonalDeviceUserType.A_ROADWORKER)) {
            return RoadUserType.PEDESTRIAN;
        } else if (type.equals(PersonalDeviceUserType.A_PEDALCYCLIST)) {
            return RoadUserType.BICYCLE;
        }
        return type.equals(PersonalDeviceUserType.AN_ANIMAL) ? RoadUserType.ANIMAL : RoadUserType.UNKNOWN;
    }

    private static double error(@Nullable PositionalAccuracy accuracy, @Nullable PositionConfidenceSet confidence) {
        if (accuracy != null && accuracy.semiMajor() != ACCURACY_UNAVAILABLE) {
            return accuracy.semiMajor() * ACCURACY_STEP;
        }
        PositionConfidence position = confidence == null ? PositionConfidence.UNAVAILABLE : confidence.pos();
        return ConfidenceClass.sigma(CsaeUnits.metres(position));
    }

    private static @Nullable Size size(VehicleSize size) {
        Integer height = size.height();
        double width = metres(size.width(), 0.01);
        double length = metres(size.length(), 0.01);
        return Double.isNaN(width) && Double.isNaN(length)
                ? null
                : new Size(length, width, height == null ? Double.NaN : metres(height, 0.05));
    }

    private static double metres(int steps, double step) {
        return steps == DsrcUnits.SIZE_UNAVAILABLE ? Double.NaN : steps * step;
    }
}
