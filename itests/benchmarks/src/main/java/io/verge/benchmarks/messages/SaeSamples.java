package io.verge.benchmarks.messages;

import io.verge.messages.sae.j2735.AccelerationConfidence;
import io.verge.messages.sae.j2735.AccelerationSet4Way;
import io.verge.messages.sae.j2735.DDateTime;
import io.verge.messages.sae.j2735.DetectedObjectCommonData;
import io.verge.messages.sae.j2735.DetectedObjectData;
import io.verge.messages.sae.j2735.DetectedVRUData;
import io.verge.messages.sae.j2735.DetectedVehicleData;
import io.verge.messages.sae.j2735.ElevationConfidence;
import io.verge.messages.sae.j2735.EquipmentType;
import io.verge.messages.sae.j2735.ExteriorLights;
import io.verge.messages.sae.j2735.HeadingConfidence;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import io.verge.messages.sae.j2735.IntersectionState;
import io.verge.messages.sae.j2735.IntersectionStatusObject;
import io.verge.messages.sae.j2735.MessageFrame;
import io.verge.messages.sae.j2735.MovementEvent;
import io.verge.messages.sae.j2735.MovementPhaseState;
import io.verge.messages.sae.j2735.MovementState;
import io.verge.messages.sae.j2735.ObjectType;
import io.verge.messages.sae.j2735.PersonalDeviceUserType;
import io.verge.messages.sae.j2735.Position3D;
import io.verge.messages.sae.j2735.PositionConfidence;
import io.verge.messages.sae.j2735.PositionConfidenceSet;
import io.verge.messages.sae.j2735.PositionOffsetXYZ;
import io.verge.messages.sae.j2735.PositionalAccuracy;
import io.verge.messages.sae.j2735.SPAT;
import io.verge.messages.sae.j2735.SensorDataSharingMessage;
import io.verge.messages.sae.j2735.SizeValueConfidence;
import io.verge.messages.sae.j2735.SpeedConfidence;
import io.verge.messages.sae.j2735.TimeChangeDetails;
import io.verge.messages.sae.j2735.TimeConfidence;
import io.verge.messages.sae.j2735.VehicleSize;
import io.verge.messages.sae.j2735.VehicleSizeConfidence;
import io.verge.messages.sae.j2735.YawRateConfidence;
import io.verge.messages.uper.BitString;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.Octets;
import java.util.ArrayList;
import java.util.List;

/** Messages of SAE J2735 and J3224 as a roadside unit sends them; {@link SaeMapSample} has the map. */
final class SaeSamples {
    static final Codec<MessageFrame> CODEC = new Codec<>(
            "MessageFrame",
            MessageFrame::decode,
            (out, frame) -> frame.encode(out),
            MessageFrame::readJson,
            (out, frame) -> frame.writeJson(out));

    private static final int SPAT_ID = 19;
    private static final int SDSM_ID = 41;
    private static final int SIGNAL_GROUPS = 16;
    private static final int OBJECTS = 16;

    private SaeSamples() {}

    static IntersectionReferenceID intersection(int id) {
        return IntersectionReferenceID.builder().region(21).id(id).build();
    }

    static Position3D position() {
        return Position3D.builder()
                .lat(422_877_110)
                .long_(-837_403_240)
                .elevation(2_551)
                .build();
    }

    /** One intersection: each signal group with its present and its next state. */
    static MessageFrame spat() {
        List<MovementState> states = new ArrayList<>();
        for (int i = 0; i < SIGNAL_GROUPS; i++) {
            int change = 18_200 + 90 * (i % 4);
            MovementPhaseState now =
                    i % 4 == 0 ? MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED : MovementPhaseState.STOP_AND_REMAIN;
            MovementPhaseState next =
                    i % 4 == 0 ? MovementPhaseState.PROTECTED_CLEARANCE : MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED;
            states.add(MovementState.builder()
                    .signalGroup(i + 1)
                    .stateTimeSpeed(List.of(event(now, change), event(next, change + 160)))
                    .build());
        }
        SPAT spat = SPAT.builder()
                .timeStamp(CsaeSamples.MOY)
                .intersections(List.of(IntersectionState.builder()
                        .name("Plymouth Rd / Green Rd")
                        .id(intersection(1_207))
                        .revision(4)
                        .status(BitString.withBits(16, IntersectionStatusObject.TRAFFIC_DEPENDENT_OPERATION))
                        .moy(CsaeSamples.MOY)
                        .timeStamp(23_150)
                        .states(states)
                        .build()))
                .build();
        return frame(SPAT_ID, spat);
    }

    private static MovementEvent event(MovementPhaseState state, int end) {
        TimeChangeDetails timing = TimeChangeDetails.builder()
                .minEndTime(end)
                .maxEndTime(end + 60)
                .likelyTime(end + 20)
                .confidence(11)
                .build();
        return MovementEvent.builder().eventState(state).timing(timing).build();
    }

    static MessageFrame frame(int id, io.verge.messages.sae.j2735.MessageFrameValue value) {
        return MessageFrame.builder().messageId(id).value(value).build();
    }

    /** What a roadside unit's sensors see: mostly vehicles, some pedestrians. */
    static MessageFrame sdsm() {
        List<DetectedObjectData> objects = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            objects.add(i % 4 == 3 ? pedestrian(i) : vehicle(i));
        }
        SensorDataSharingMessage sdsm = SensorDataSharingMessage.builder()
                .msgCnt(61)
                .sourceID(Octets.ofHex("52535531"))
                .equipmentType(EquipmentType.RSU)
                .sDSMTimeStamp(DDateTime.builder()
                        .year(2_026)
                        .month(8)
                        .day(5)
                        .hour(7)
                        .minute(27)
                        .second(23_150)
                        .build())
                .refPos(position())
                .refPosXYConf(PositionalAccuracy.builder()
                        .semiMajor(10)
                        .semiMinor(10)
                        .orientation(0)
                        .build())
                .refPosElConf(ElevationConfidence.ELEV_000_10)
                .objects(objects)
                .build();
        return frame(SDSM_ID, sdsm);
    }

    private static DetectedObjectData vehicle(int i) {
        DetectedObjectCommonData common = common(i, ObjectType.VEHICLE)
                .speed(420 + 31 * i)
                .accel4way(AccelerationSet4Way.builder()
                        .long_(120 - 25 * i)
                        .lat(3 * i - 8)
                        .vert(1 - i % 3)
                        .yaw(210 - 40 * i)
                        .build())
                .accCfdX(AccelerationConfidence.ACCL_000_10)
                .accCfdY(AccelerationConfidence.ACCL_000_10)
                .accCfdYaw(YawRateConfidence.DEG_SEC_001_00)
                .build();
        DetectedVehicleData vehicle = DetectedVehicleData.builder()
                .lights(BitString.withBits(9, ExteriorLights.DAYTIME_RUNNING_LIGHTS_ON))
                .size(VehicleSize.builder().width(178 + i).length(445 + 9 * i).build())
                .height(28 + i % 4)
                .vehicleSizeConfidence(VehicleSizeConfidence.builder()
                        .vehicleWidthConfidence(SizeValueConfidence.SIZE_000_10)
                        .vehicleLengthConfidence(SizeValueConfidence.SIZE_000_20)
                        .build())
                .vehicleClass(10)
                .classConf(90 + i % 8)
                .build();
        return DetectedObjectData.builder()
                .detObjCommon(common)
                .detObjOptData(vehicle)
                .build();
    }

    private static DetectedObjectData pedestrian(int i) {
        return DetectedObjectData.builder()
                .detObjCommon(common(i, ObjectType.VRU).speed(62 + i).build())
                .detObjOptData(DetectedVRUData.builder()
                        .basicType(PersonalDeviceUserType.A_PEDESTRIAN)
                        .radius(1)
                        .build())
                .build();
    }

    private static DetectedObjectCommonData.Builder common(int i, ObjectType type) {
        return DetectedObjectCommonData.builder()
                .objType(type)
                .objTypeCfd(88 + i % 10)
                .objectID(300 + i)
                .measurementTime(-40 - i)
                .timeConfidence(TimeConfidence.TIME_000_010)
                .pos(PositionOffsetXYZ.builder()
                        .offsetX(190 * i - 1_450)
                        .offsetY(970 - 131 * i)
                        .offsetZ(i - 8)
                        .build())
                .posConfidence(PositionConfidenceSet.builder()
                        .pos(PositionConfidence.A20CM)
                        .elevation(ElevationConfidence.ELEV_000_50)
                        .build())
                .speedConfidence(SpeedConfidence.PREC0_1MS)
                .heading(1_750 * i)
                .headingConf(HeadingConfidence.PREC0_1DEG);
    }
}
