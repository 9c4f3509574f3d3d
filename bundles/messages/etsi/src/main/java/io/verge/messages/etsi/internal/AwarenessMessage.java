package io.verge.messages.etsi.internal;

import io.verge.api.geo.Wgs84;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.messages.etsi.release1.Altitude;
import io.verge.messages.etsi.release1.AltitudeConfidence;
import io.verge.messages.etsi.release1.BasicContainer;
import io.verge.messages.etsi.release1.BasicVehicleContainerHighFrequency;
import io.verge.messages.etsi.release1.CamParameters;
import io.verge.messages.etsi.release1.CoopAwareness;
import io.verge.messages.etsi.release1.Curvature;
import io.verge.messages.etsi.release1.CurvatureCalculationMode;
import io.verge.messages.etsi.release1.CurvatureConfidence;
import io.verge.messages.etsi.release1.DriveDirection;
import io.verge.messages.etsi.release1.Heading;
import io.verge.messages.etsi.release1.LongitudinalAcceleration;
import io.verge.messages.etsi.release1.PosConfidenceEllipse;
import io.verge.messages.etsi.release1.ReferencePosition;
import io.verge.messages.etsi.release1.Speed;
import io.verge.messages.etsi.release1.VehicleLength;
import io.verge.messages.etsi.release1.VehicleLengthConfidenceIndication;
import io.verge.messages.etsi.release1.YawRate;
import io.verge.messages.etsi.release1.YawRateConfidence;
import io.verge.messages.facilities.element.Coordinates;
import java.time.Instant;

/** What a vehicle says of itself: the body of a CAM with its containers of high frequency alone. */
final class AwarenessMessage {
    private static final int DELTA_TIMES = 65_536;
    private static final int VEHICLE_LENGTH_UNAVAILABLE = 1023;
    private static final int VEHICLE_WIDTH_UNAVAILABLE = 62;
    private static final int SPEED_CONFIDENCE_UNAVAILABLE = 127;

    private static final LongitudinalAcceleration NO_ACCELERATION = new LongitudinalAcceleration(161, 102);
    private static final Curvature NO_CURVATURE = new Curvature(1023, CurvatureConfidence.UNAVAILABLE);
    private static final YawRate NO_YAW_RATE = new YawRate(32_767, YawRateConfidence.UNAVAILABLE);

    private AwarenessMessage() {}

    /** Of a vehicle. */
    static CoopAwareness of(SelfReport report, Instant time, int leapSeconds) {
        return new CoopAwareness(
                (int) Math.floorMod(EtsiUnits.timestamp(time, leapSeconds), (long) DELTA_TIMES),
                new CamParameters(
                        new BasicContainer(
                                stationType(report.type()), position(report.position(), report.error()), null),
                        motion(report),
                        null,
                        null,
                        null));
    }

    private static int stationType(RoadUserType type) {
        return switch (type) {
            case MOTORCYCLE -> 4;
            case CAR -> 5;
            case BUS -> 6;
            case TRUCK -> 8;
            case UNKNOWN, BICYCLE, PEDESTRIAN, ANIMAL, OBSTACLE -> 0;
        };
    }

    private static ReferencePosition position(Wgs84 place, double error) {
        int axis = EtsiUnits.semiAxis(error);
        return new ReferencePosition(
                Coordinates.latitude(place.latitude()),
                Coordinates.longitude(place.longitude()),
                new PosConfidenceEllipse(axis, axis, EtsiUnits.ORIENTATION_UNAVAILABLE),
                new Altitude(
                        Double.isNaN(place.elevation())
                                ? EtsiUnits.ALTITUDE_UNAVAILABLE
                                : EtsiUnits.altitude(place.elevation()),
                        AltitudeConfidence.UNAVAILABLE));
    }

    private static BasicVehicleContainerHighFrequency motion(SelfReport report) {
        Size size = report.size();
        return BasicVehicleContainerHighFrequency.builder()
                .heading(new Heading(heading(report.heading()), EtsiUnits.ANGLE_CONFIDENCE_UNAVAILABLE))
                .speed(new Speed(EtsiUnits.velocity(Math.max(0, report.speed())), SPEED_CONFIDENCE_UNAVAILABLE))
                .driveDirection(DriveDirection.UNAVAILABLE)
                .vehicleLength(new VehicleLength(
                        body(
                                size == null ? Double.NaN : size.length(),
                                EtsiUnits.VEHICLE_LENGTH_OUT_OF_RANGE,
                                VEHICLE_LENGTH_UNAVAILABLE),
                        VehicleLengthConfidenceIndication.UNAVAILABLE))
                .vehicleWidth(body(
                        size == null ? Double.NaN : size.width(),
                        EtsiUnits.VEHICLE_WIDTH_OUT_OF_RANGE,
                        VEHICLE_WIDTH_UNAVAILABLE))
                .longitudinalAcceleration(NO_ACCELERATION)
                .curvature(NO_CURVATURE)
                .curvatureCalculationMode(CurvatureCalculationMode.UNAVAILABLE)
                .yawRate(NO_YAW_RATE)
                .build();
    }

    private static int heading(double degrees) {
        return Double.isFinite(degrees) ? EtsiUnits.heading(degrees) : EtsiUnits.HEADING_UNAVAILABLE;
    }

    private static int body(double metres, int outOfRange, int unavailable) {
        return metres > 0
                ? (int) Math.max(1, Math.min(outOfRange, Math.round(metres / EtsiUnits.BODY_STEP)))
                : unavailable;
    }
}
