package io.verge.messages.etsi.internal;

import io.verge.api.geo.Wgs84;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.messages.etsi.release1.BasicVehicleContainerHighFrequency;
import io.verge.messages.etsi.release1.CAM;
import io.verge.messages.facilities.element.Coordinates;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What vehicles say of themselves in CAM. Without a position there is no report, and none of a roadside unit. A height that is
 * not said is taken to be the site's.
 */
final class SelfReports {
    private static final int ROAD_SIDE_UNIT = 15;

    private final double elevation;

    /** With the elevation of the site, metres. */
    SelfReports(double elevation) {
        this.elevation = elevation;
    }

    /**
     * What both editions say, in the units of the message.
     *
     * @param semiMajor cm at 95 %
     */
    private record Place(int latitude, int longitude, int altitude, int semiMajor) {}

    private record Vehicle(int speed, int heading, int length, int width) {}

    @Nullable
    SelfReport of(CAM message) {
        var basic = message.cam().camParameters().basicContainer();
        var at = basic.referencePosition();
        Vehicle vehicle = null;
        if (message.cam().camParameters().highFrequencyContainer() instanceof BasicVehicleContainerHighFrequency high) {
            vehicle = new Vehicle(
                    high.speed().speedValue(),
                    high.heading().headingValue(),
                    high.vehicleLength().vehicleLengthValue(),
                    high.vehicleWidth());
        }
        return report(
                message.header().stationID(),
                basic.stationType(),
                new Place(
                        at.latitude(),
                        at.longitude(),
                        at.altitude().altitudeValue(),
                        at.positionConfidenceEllipse().semiMajorConfidence()),
                vehicle);
    }

    /** A CAM of the edition with protocolVersion 1, which differs only in what is not looked at here. */
    @Nullable
    SelfReport of(io.verge.messages.etsi.release1v2016.CAM message) {
        var basic = message.cam().camParameters().basicContainer();
        var at = basic.referencePosition();
        Vehicle vehicle = null;
        if (message.cam().camParameters().highFrequencyContainer()
                instanceof io.verge.messages.etsi.release1v2016.BasicVehicleContainerHighFrequency high) {
            vehicle = new Vehicle(
                    high.speed().speedValue(),
                    high.heading().headingValue(),
                    high.vehicleLength().vehicleLengthValue(),
                    high.vehicleWidth());
        }
        return report(
                message.header().stationID(),
                basic.stationType(),
                new Place(
                        at.latitude(),
                        at.longitude(),
                        at.altitude().altitudeValue(),
                        at.positionConfidenceEllipse().semiMajorConfidence()),
                vehicle);
    }

    private @Nullable SelfReport report(long station, int stationType, Place at, @Nullable Vehicle vehicle) {
        if (stationType == ROAD_SIDE_UNIT
                || at.latitude == Coordinates.LATITUDE_UNAVAILABLE
                || at.longitude == Coordinates.LONGITUDE_UNAVAILABLE) {
            return null;
        }
        double height = at.altitude == EtsiUnits.ALTITUDE_UNAVAILABLE ? elevation : at.altitude / 100.0;
        return new SelfReport(
                HexFormat.of().withUpperCase().toHexDigits(station, 8),
                type(stationType),
                new Wgs84(Coordinates.degrees(at.latitude), Coordinates.degrees(at.longitude), height),
                vehicle == null ? Double.NaN : speed(vehicle.speed),
                vehicle == null ? Double.NaN : heading(vehicle.heading),
                EtsiUnits.sigma(at.semiMajor),
                vehicle == null ? null : size(vehicle));
    }

    /** The type of a StationType; trams, trailers and special vehicles have none here. */
    private static RoadUserType type(int stationType) {
        return switch (stationType) {
            case 1 -> RoadUserType.PEDESTRIAN;
            case 2 -> RoadUserType.BICYCLE;
            case 3, 4 -> RoadUserType.MOTORCYCLE;
            case 5 -> RoadUserType.CAR;
            case 6 -> RoadUserType.BUS;
            case 7, 8 -> RoadUserType.TRUCK;
            default -> RoadUserType.UNKNOWN;
        };
    }

    private static double speed(int value) {
        return value >= EtsiUnits.SPEED_OUT_OF_RANGE ? Double.NaN : value * EtsiUnits.SPEED_STEP;
    }

    private static double heading(int value) {
        return value >= EtsiUnits.HEADING_UNAVAILABLE - 1 ? Double.NaN : value * EtsiUnits.HEADING_STEP;
    }

    private static @Nullable Size size(Vehicle vehicle) {
        double length = body(vehicle.length, EtsiUnits.VEHICLE_LENGTH_OUT_OF_RANGE);
        double width = body(vehicle.width, EtsiUnits.VEHICLE_WIDTH_OUT_OF_RANGE);
        return Double.isNaN(length) && Double.isNaN(width) ? null : new Size(length, width, Double.NaN);
    }

    /** Out of range is not known either. */
    private static double body(int value, int outOfRange) {
        return value >= outOfRange ? Double.NaN : value * EtsiUnits.BODY_STEP;
    }
}
