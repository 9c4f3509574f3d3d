package io.verge.benchmarks.messages;

import io.verge.messages.etsi.release1.ActionID;
import io.verge.messages.etsi.release1.AlacarteContainer;
import io.verge.messages.etsi.release1.Altitude;
import io.verge.messages.etsi.release1.AltitudeConfidence;
import io.verge.messages.etsi.release1.BasicContainer;
import io.verge.messages.etsi.release1.BasicVehicleContainerHighFrequency;
import io.verge.messages.etsi.release1.BasicVehicleContainerLowFrequency;
import io.verge.messages.etsi.release1.CAM;
import io.verge.messages.etsi.release1.CamParameters;
import io.verge.messages.etsi.release1.CauseCode;
import io.verge.messages.etsi.release1.CoopAwareness;
import io.verge.messages.etsi.release1.Curvature;
import io.verge.messages.etsi.release1.CurvatureCalculationMode;
import io.verge.messages.etsi.release1.CurvatureConfidence;
import io.verge.messages.etsi.release1.DENM;
import io.verge.messages.etsi.release1.DecentralizedEnvironmentalNotificationMessage;
import io.verge.messages.etsi.release1.DeltaReferencePosition;
import io.verge.messages.etsi.release1.DriveDirection;
import io.verge.messages.etsi.release1.ExteriorLights;
import io.verge.messages.etsi.release1.Heading;
import io.verge.messages.etsi.release1.ItsPduHeader;
import io.verge.messages.etsi.release1.LateralAcceleration;
import io.verge.messages.etsi.release1.LocationContainer;
import io.verge.messages.etsi.release1.LongitudinalAcceleration;
import io.verge.messages.etsi.release1.ManagementContainer;
import io.verge.messages.etsi.release1.PathPoint;
import io.verge.messages.etsi.release1.PosConfidenceEllipse;
import io.verge.messages.etsi.release1.PositioningSolutionType;
import io.verge.messages.etsi.release1.ReferencePosition;
import io.verge.messages.etsi.release1.RelevanceDistance;
import io.verge.messages.etsi.release1.RelevanceTrafficDirection;
import io.verge.messages.etsi.release1.RoadType;
import io.verge.messages.etsi.release1.SituationContainer;
import io.verge.messages.etsi.release1.Speed;
import io.verge.messages.etsi.release1.StationarySince;
import io.verge.messages.etsi.release1.StationaryVehicleContainer;
import io.verge.messages.etsi.release1.SteeringWheelAngle;
import io.verge.messages.etsi.release1.VehicleLength;
import io.verge.messages.etsi.release1.VehicleLengthConfidenceIndication;
import io.verge.messages.etsi.release1.VehicleRole;
import io.verge.messages.etsi.release1.VerticalAcceleration;
import io.verge.messages.etsi.release1.YawRate;
import io.verge.messages.etsi.release1.YawRateConfidence;
import io.verge.messages.uper.BitString;
import io.verge.messages.uper.Codec;
import java.util.ArrayList;
import java.util.List;

/** Messages of ETSI EN 302 637-2 and -3 as a car sends them. */
final class EtsiSamples {
    static final Codec<CAM> CAM_CODEC = new Codec<>(
            "CAM", CAM::decode, (out, cam) -> cam.encode(out), CAM::readJson, (out, cam) -> cam.writeJson(out));
    static final Codec<DENM> DENM_CODEC = new Codec<>(
            "DENM", DENM::decode, (out, denm) -> denm.encode(out), DENM::readJson, (out, denm) -> denm.writeJson(out));

    private static final int PROTOCOL_VERSION = 2;
    private static final int DENM_ID = 1;
    private static final int CAM_ID = 2;
    private static final int PASSENGER_CAR = 5;
    private static final long STATION = 2_864_434_397L;
    private static final long DETECTED = 680_000_000_000L;

    private EtsiSamples() {}

    private static ItsPduHeader header(int message) {
        return ItsPduHeader.builder()
                .protocolVersion(PROTOCOL_VERSION)
                .messageID(message)
                .stationID(STATION)
                .build();
    }

    private static ReferencePosition position() {
        return ReferencePosition.builder()
                .latitude(521_423_070)
                .longitude(44_412_910)
                .positionConfidenceEllipse(PosConfidenceEllipse.builder()
                        .semiMajorConfidence(85)
                        .semiMinorConfidence(60)
                        .semiMajorOrientation(900)
                        .build())
                .altitude(Altitude.builder()
                        .altitudeValue(1_260)
                        .altitudeConfidence(AltitudeConfidence.ALT_001_00)
                        .build())
                .build();
    }

    private static Speed speed() {
        return Speed.builder().speedValue(2_210).speedConfidence(12).build();
    }

    private static Heading heading() {
        return Heading.builder().headingValue(1_815).headingConfidence(15).build();
    }

    private static List<PathPoint> path(int length) {
        List<PathPoint> path = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            path.add(PathPoint.builder()
                    .pathPosition(DeltaReferencePosition.builder()
                            .deltaLatitude(190 * i)
                            .deltaLongitude(-45 * i)
                            .deltaAltitude(i)
                            .build())
                    .pathDeltaTime(100L * i)
                    .build());
        }
        return path;
    }

    /** A car on a motorway, with its recent path. */
    static CAM cam() {
        CamParameters parameters = CamParameters.builder()
                .basicContainer(BasicContainer.builder()
                        .stationType(PASSENGER_CAR)
                        .referencePosition(position())
                        .build())
                .highFrequencyContainer(highFrequency())
                .lowFrequencyContainer(BasicVehicleContainerLowFrequency.builder()
                        .vehicleRole(VehicleRole.DEFAULT)
                        .exteriorLights(BitString.withBits(8, ExteriorLights.DAYTIME_RUNNING_LIGHTS_ON))
                        .pathHistory(path(7))
                        .build())
                .build();
        return CAM.builder()
                .header(header(CAM_ID))
                .cam(CoopAwareness.builder()
                        .generationDeltaTime(43_260)
                        .camParameters(parameters)
                        .build())
                .build();
    }

    private static BasicVehicleContainerHighFrequency highFrequency() {
        return BasicVehicleContainerHighFrequency.builder()
                .heading(heading())
                .speed(speed())
                .driveDirection(DriveDirection.FORWARD)
                .vehicleLength(VehicleLength.builder()
                        .vehicleLengthValue(47)
                        .vehicleLengthConfidenceIndication(VehicleLengthConfidenceIndication.NO_TRAILER_PRESENT)
                        .build())
                .vehicleWidth(19)
                .longitudinalAcceleration(LongitudinalAcceleration.builder()
                        .longitudinalAccelerationValue(-4)
                        .longitudinalAccelerationConfidence(2)
                        .build())
                .curvature(Curvature.builder()
                        .curvatureValue(18)
                        .curvatureConfidence(CurvatureConfidence.ONE_PER_METER_0_0005)
                        .build())
                .curvatureCalculationMode(CurvatureCalculationMode.YAW_RATE_USED)
                .yawRate(YawRate.builder()
                        .yawRateValue(-57)
                        .yawRateConfidence(YawRateConfidence.DEG_SEC_000_10)
                        .build())
                .lanePosition(1)
                .steeringWheelAngle(SteeringWheelAngle.builder()
                        .steeringWheelAngleValue(-3)
                        .steeringWheelAngleConfidence(1)
                        .build())
                .lateralAcceleration(LateralAcceleration.builder()
                        .lateralAccelerationValue(2)
                        .lateralAccelerationConfidence(2)
                        .build())
                .verticalAcceleration(VerticalAcceleration.builder()
                        .verticalAccelerationValue(1)
                        .verticalAccelerationConfidence(2)
                        .build())
                .build();
    }

    /** A car that stands on the carriageway. */
    static DENM denm() {
        return DENM.builder()
                .header(header(DENM_ID))
                .denm(DecentralizedEnvironmentalNotificationMessage.builder()
                        .management(management())
                        .situation(SituationContainer.builder()
                                .informationQuality(5)
                                .eventType(cause(94, 2))
                                .linkedCause(cause(91, 0))
                                .build())
                        .location(LocationContainer.builder()
                                .eventSpeed(speed())
                                .eventPositionHeading(heading())
                                .traces(List.of(path(5), path(3)))
                                .roadType(RoadType.NON_URBAN_WITH_STRUCTURAL_SEPARATION_TO_OPPOSITE_LANES)
                                .build())
                        .alacarte(AlacarteContainer.builder()
                                .lanePosition(1)
                                .externalTemperature(21)
                                .positioningSolution(PositioningSolutionType.S_GNSS)
                                .stationaryVehicle(StationaryVehicleContainer.builder()
                                        .stationarySince(StationarySince.LESS_THAN2_MINUTES)
                                        .stationaryCause(cause(94, 2))
                                        .numberOfOccupants(2)
                                        .build())
                                .build())
                        .build())
                .build();
    }

    private static ManagementContainer management() {
        return ManagementContainer.builder()
                .actionID(ActionID.builder()
                        .originatingStationID(STATION)
                        .sequenceNumber(12)
                        .build())
                .detectionTime(DETECTED)
                .referenceTime(DETECTED + 250)
                .eventPosition(position())
                .relevanceDistance(RelevanceDistance.LESS_THAN1000M)
                .relevanceTrafficDirection(RelevanceTrafficDirection.UPSTREAM_TRAFFIC)
                .validityDuration(900)
                .transmissionInterval(500)
                .stationType(PASSENGER_CAR)
                .build();
    }

    private static CauseCode cause(int cause, int subCause) {
        return CauseCode.builder().causeCode(cause).subCauseCode(subCause).build();
    }
}
