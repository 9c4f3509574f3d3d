package io.verge.benchmarks.messages;

import io.verge.messages.csae.edition2019.AccelerationSet4Way;
import io.verge.messages.csae.edition2019.AntiLockBrakeStatus;
import io.verge.messages.csae.edition2019.BasicSafetyMessage;
import io.verge.messages.csae.edition2019.BrakeAppliedStatus;
import io.verge.messages.csae.edition2019.BrakePedalStatus;
import io.verge.messages.csae.edition2019.BrakeSystemStatus;
import io.verge.messages.csae.edition2019.ElevationConfidence;
import io.verge.messages.csae.edition2019.ExteriorLights;
import io.verge.messages.csae.edition2019.HeadingConfidence;
import io.verge.messages.csae.edition2019.IntersectionState;
import io.verge.messages.csae.edition2019.IntersectionStatusObject;
import io.verge.messages.csae.edition2019.LightState;
import io.verge.messages.csae.edition2019.MessageFrame;
import io.verge.messages.csae.edition2019.MotionConfidenceSet;
import io.verge.messages.csae.edition2019.NodeReferenceID;
import io.verge.messages.csae.edition2019.ParticipantData;
import io.verge.messages.csae.edition2019.ParticipantType;
import io.verge.messages.csae.edition2019.PathHistory;
import io.verge.messages.csae.edition2019.PathHistoryPoint;
import io.verge.messages.csae.edition2019.PathPrediction;
import io.verge.messages.csae.edition2019.Phase;
import io.verge.messages.csae.edition2019.PhaseState;
import io.verge.messages.csae.edition2019.Position3D;
import io.verge.messages.csae.edition2019.PositionConfidence;
import io.verge.messages.csae.edition2019.PositionConfidenceSet;
import io.verge.messages.csae.edition2019.PositionLL32B;
import io.verge.messages.csae.edition2019.PositionLL36B;
import io.verge.messages.csae.edition2019.PositionOffsetLL;
import io.verge.messages.csae.edition2019.PositionOffsetLLV;
import io.verge.messages.csae.edition2019.PositionalAccuracy;
import io.verge.messages.csae.edition2019.RoadsideSafetyMessage;
import io.verge.messages.csae.edition2019.SPAT;
import io.verge.messages.csae.edition2019.SourceType;
import io.verge.messages.csae.edition2019.SpeedConfidence;
import io.verge.messages.csae.edition2019.StabilityControlStatus;
import io.verge.messages.csae.edition2019.SteeringWheelAngleConfidence;
import io.verge.messages.csae.edition2019.TimeChangeDetails;
import io.verge.messages.csae.edition2019.TimeConfidence;
import io.verge.messages.csae.edition2019.TimeCountingDown;
import io.verge.messages.csae.edition2019.TractionControlStatus;
import io.verge.messages.csae.edition2019.TransmissionState;
import io.verge.messages.csae.edition2019.VehicleClassification;
import io.verge.messages.csae.edition2019.VehicleEventFlags;
import io.verge.messages.csae.edition2019.VehicleSafetyExtensions;
import io.verge.messages.csae.edition2019.VehicleSize;
import io.verge.messages.csae.edition2019.VerticalOffset;
import io.verge.messages.uper.BitString;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Messages of T/CSAE 53-2019 as a vehicle and a roadside unit send them; {@link CsaeMapSample} has the map. */
final class CsaeSamples {
    static final Codec<MessageFrame> CODEC = new Codec<>(
            "MessageFrame",
            MessageFrame::decode,
            MessageFrame::encode,
            MessageFrame::readJson,
            MessageFrame::writeJson);

    /** Minute of the year, for messages that carry one. */
    static final int MOY = 311_487;

    private static final int PHASES = 16;
    private static final int PARTICIPANTS = 16;
    private static final int CRUMBS = 3;

    private CsaeSamples() {}

    private static Octets id(String text) {
        return Octets.copyOf(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Position3D position(int lat, int lon, int elevation) {
        return Position3D.builder().lat(lat).long_(lon).elevation(elevation).build();
    }

    static NodeReferenceID node(int id) {
        return NodeReferenceID.builder().region(4401).id(id).build();
    }

    private static PositionOffsetLLV offset(PositionOffsetLL horizontal, VerticalOffset vertical) {
        return PositionOffsetLLV.builder()
                .offsetLL(horizontal)
                .offsetV(vertical)
                .build();
    }

    private static PositionConfidenceSet positionConfidence() {
        return PositionConfidenceSet.builder()
                .pos(PositionConfidence.A20CM)
                .elevation(ElevationConfidence.ELEV_000_50)
                .build();
    }

    private static MotionConfidenceSet motionConfidence() {
        return MotionConfidenceSet.builder()
                .speedCfd(SpeedConfidence.PREC0_1MS)
                .headingCfd(HeadingConfidence.PREC0_1DEG)
                .steerCfd(SteeringWheelAngleConfidence.PREC1DEG)
                .build();
    }

    private static AccelerationSet4Way acceleration(int i) {
        return AccelerationSet4Way.builder()
                .long_(120 - 25 * i)
                .lat(3 * i - 8)
                .vert(1 - i % 3)
                .yaw(210 - 40 * i)
                .build();
    }

    /** A car that brakes, with the way behind it and the way it is going to take. */
    static MessageFrame bsm() {
        return BasicSafetyMessage.builder()
                .msgCnt(17)
                .id(id("A1B2C3D4"))
                .secMark(41_300)
                .timeConfidence(TimeConfidence.TIME_000_010)
                .pos(position(231_290_417, 1_133_160_885, 312))
                .posAccuracy(PositionalAccuracy.builder()
                        .semiMajor(24)
                        .semiMinor(18)
                        .orientation(9_830)
                        .build())
                .posConfidence(positionConfidence())
                .transmission(TransmissionState.FORWARD_GEARS)
                .speed(694)
                .heading(7_260)
                .angle(-6)
                .motionCfd(motionConfidence())
                .accelSet(acceleration(7))
                .brakes(BrakeSystemStatus.builder()
                        .brakePadel(BrakePedalStatus.ON)
                        .wheelBrakes(BitString.withBits(
                                5,
                                BrakeAppliedStatus.LEFT_FRONT,
                                BrakeAppliedStatus.LEFT_REAR,
                                BrakeAppliedStatus.RIGHT_FRONT,
                                BrakeAppliedStatus.RIGHT_REAR))
                        .traction(TractionControlStatus.ON)
                        .abs(AntiLockBrakeStatus.ENGAGED)
                        .scs(StabilityControlStatus.ON)
                        .build())
                .size(VehicleSize.builder().width(183).length(472).height(29).build())
                .vehicleClass(VehicleClassification.builder()
                        .classification(10)
                        .fuelType(1)
                        .build())
                .safetyExt(VehicleSafetyExtensions.builder()
                        .events(BitString.withBits(13, VehicleEventFlags.EVENT_HARD_BRAKING))
                        .pathHistory(pathHistory())
                        .pathPrediction(PathPrediction.builder()
                                .radiusOfCurve(3_250)
                                .confidence(120)
                                .build())
                        .lights(BitString.withBits(
                                9, ExteriorLights.LOW_BEAM_HEADLIGHTS_ON, ExteriorLights.DAYTIME_RUNNING_LIGHTS_ON))
                        .build())
                .build();
    }

    private static PathHistory pathHistory() {
        List<PathHistoryPoint> crumbs = new ArrayList<>();
        for (int i = 1; i <= CRUMBS; i++) {
            crumbs.add(PathHistoryPoint.builder()
                    .llvOffset(offset(
                            PositionLL32B.builder()
                                    .lon(-1_870 * i)
                                    .lat(-420 * i)
                                    .build(),
                            new VerticalOffset.Offset1(-i)))
                    .timeOffset(140 * i)
                    .speed(694 + 12 * i)
                    .heading(60)
                    .build());
        }
        return PathHistory.builder().crumbData(crumbs).build();
    }

    /** One intersection that counts down, with three coming states for each phase. */
    static MessageFrame spat() {
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < PHASES; i++) {
            int change = 70 + 90 * (i % 4);
            phases.add(Phase.builder()
                    .id(i + 1)
                    .phaseStates(List.of(
                            state(LightState.PROTECTED_GREEN, i % 4 == 0 ? 0 : change, change + 250),
                            state(LightState.YELLOW, change + 250, change + 280),
                            state(LightState.RED, change + 280, change + 970)))
                    .build());
        }
        return SPAT.builder()
                .msgCnt(99)
                .moy(MOY)
                .timeStamp(23_150)
                .name("Keji / Xuehai")
                .intersections(List.of(IntersectionState.builder()
                        .intersectionId(node(1_207))
                        .status(BitString.withBits(16, IntersectionStatusObject.FIXED_TIME_OPERATION))
                        .timeStamp(23_150)
                        .timeConfidence(TimeConfidence.TIME_000_050)
                        .phases(phases)
                        .build()))
                .build();
    }

    private static PhaseState state(LightState light, int start, int end) {
        TimeChangeDetails timing = TimeCountingDown.builder()
                .startTime(start)
                .minEndTime(end)
                .likelyEndTime(end)
                .build();
        return PhaseState.builder().light(light).timing(timing).build();
    }

    /** What a camera, a lidar and the vehicles' own messages tell of an intersection. */
    static MessageFrame rsm() {
        List<ParticipantData> participants = new ArrayList<>();
        for (int i = 0; i < PARTICIPANTS; i++) {
            participants.add(i % 4 == 3 ? pedestrian(i) : vehicle(i));
        }
        return RoadsideSafetyMessage.builder()
                .msgCnt(5)
                .id(id("RSU-1207"))
                .refPos(position(231_287_903, 1_133_158_214, 301))
                .participants(participants)
                .build();
    }

    private static ParticipantData vehicle(int i) {
        return participant(i, ParticipantType.MOTOR)
                .source(i % 2 == 0 ? SourceType.V2X : SourceType.INTEGRATED)
                .id(id("CAR-" + (1_000 + 37 * i)))
                .transmission(TransmissionState.FORWARD_GEARS)
                .speed(420 + 31 * i)
                .angle(2 * i - 9)
                .motionCfd(motionConfidence())
                .accelSet(acceleration(i))
                .size(VehicleSize.builder()
                        .width(178 + i)
                        .length(445 + 9 * i)
                        .height(28 + i % 4)
                        .build())
                .vehicleClass(VehicleClassification.builder()
                        .classification(10 + i % 3)
                        .fuelType(1 + i % 2)
                        .build())
                .build();
    }

    private static ParticipantData pedestrian(int i) {
        return participant(i, ParticipantType.PEDESTRIAN)
                .source(SourceType.VIDEO)
                .speed(62 + i)
                .accelSet(acceleration(0))
                .size(VehicleSize.builder().width(55).length(40).height(34).build())
                .build();
    }

    private static ParticipantData.Builder participant(int i, ParticipantType type) {
        return ParticipantData.builder()
                .ptcType(type)
                .ptcId(300 + i)
                .secMark(23_150)
                .pos(offset(
                        PositionLL36B.builder()
                                .lon(1_900 * i - 14_500)
                                .lat(9_700 - 1_310 * i)
                                .build(),
                        new VerticalOffset.Offset1(i - 8)))
                .posConfidence(positionConfidence())
                .heading(1_750 * i);
    }
}
