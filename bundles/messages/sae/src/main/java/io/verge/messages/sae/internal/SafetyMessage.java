package io.verge.messages.sae.internal;

import io.verge.api.observation.SelfReport;
import io.verge.api.road.Size;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.facilities.element.RoadUserFields;
import io.verge.messages.facilities.element.TemporaryId;
import io.verge.messages.facilities.element.VehicleClass;
import io.verge.messages.sae.j2735.AccelerationSet4Way;
import io.verge.messages.sae.j2735.AntiLockBrakeStatus;
import io.verge.messages.sae.j2735.AuxiliaryBrakeStatus;
import io.verge.messages.sae.j2735.BSMcoreData;
import io.verge.messages.sae.j2735.BSMpartIIExtensionBSMpartIIExtensions;
import io.verge.messages.sae.j2735.BasicSafetyMessage;
import io.verge.messages.sae.j2735.BrakeBoostApplied;
import io.verge.messages.sae.j2735.BrakeSystemStatus;
import io.verge.messages.sae.j2735.PositionalAccuracy;
import io.verge.messages.sae.j2735.StabilityControlStatus;
import io.verge.messages.sae.j2735.SupplementalVehicleExtensions;
import io.verge.messages.sae.j2735.TractionControlStatus;
import io.verge.messages.sae.j2735.TransmissionState;
import io.verge.messages.sae.j2735.VehicleSize;
import io.verge.messages.uper.BitString;
import io.verge.messages.uper.Octets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vehicle says of itself: BSM, with the class of vehicle in its part II. */
final class SafetyMessage {
    private static final int ID_LENGTH = 4;
    private static final int SUPPLEMENT_ID = 2;
    private static final int ANGLE_UNAVAILABLE = 127;
    private static final int GREATEST_WIDTH = 1023;
    private static final int GREATEST_LENGTH = 4095;

    /** DE Acceleration and DE VerticalAcceleration that are not known; a yaw rate has no such value. */
    private static final AccelerationSet4Way NO_ACCELERATION = new AccelerationSet4Way(2001, 2001, -127, 0);

    /** Of BrakeAppliedStatus the first bit says that the others are not known. */
    private static final BrakeSystemStatus NO_BRAKES = new BrakeSystemStatus(
            BitString.withBits(5, 0),
            TractionControlStatus.UNAVAILABLE,
            AntiLockBrakeStatus.UNAVAILABLE,
            StabilityControlStatus.UNAVAILABLE,
            BrakeBoostApplied.UNAVAILABLE,
            AuxiliaryBrakeStatus.UNAVAILABLE);

    private SafetyMessage() {}

    /** Null when the message cannot say it. */
    static @Nullable BasicSafetyMessage of(SelfReport report, Instant time) {
        String id = TemporaryId.digits(report.id(), ID_LENGTH);
        if (id == null || !RoadUserFields.speaksAsVehicle(report.type())) {
            return null;
        }
        return new BasicSafetyMessage(core(report, Octets.ofHex(id), time), supplement(report), null, null);
    }

    private static BSMcoreData core(SelfReport report, Octets id, Instant time) {
        int accuracy = RoadUserFields.accuracy(report.error());
        return BSMcoreData.builder()
                .msgCnt(RoadUserFields.count(time))
                .id(id)
                .secMark(MinuteOfYear.millisOfMinute(time))
                .lat(Coordinates.latitude(report.position().latitude()))
                .long_(Coordinates.longitude(report.position().longitude()))
                .elev(RoadUserFields.elevation(report.position().elevation()))
                .accuracy(new PositionalAccuracy(accuracy, accuracy, SaeUnits.ORIENTATION_UNAVAILABLE))
                .transmission(TransmissionState.UNAVAILABLE)
                .speed(DsrcUnits.speed(report.speed()))
                .heading(DsrcUnits.heading(report.heading()))
                .angle(ANGLE_UNAVAILABLE)
                .accelSet(NO_ACCELERATION)
                .brakes(NO_BRAKES)
                .size(size(report.size()))
                .build();
    }

    private static VehicleSize size(@Nullable Size size) {
        return size == null
                ? new VehicleSize(DsrcUnits.SIZE_UNAVAILABLE, DsrcUnits.SIZE_UNAVAILABLE)
                : new VehicleSize(
                        DsrcUnits.length(size.width(), 0.01, GREATEST_WIDTH),
                        DsrcUnits.length(size.length(), 0.01, GREATEST_LENGTH));
    }

    /** Null when there is nothing to add. */
    private static @Nullable List<BSMpartIIExtensionBSMpartIIExtensions> supplement(SelfReport report) {
        int vehicleClass = VehicleClass.of(report.type());
        return vehicleClass == VehicleClass.UNKNOWN
                ? null
                : List.of(new BSMpartIIExtensionBSMpartIIExtensions(
                        SUPPLEMENT_ID,
                        SupplementalVehicleExtensions.builder()
                                .classification(vehicleClass)
                                .build()));
    }
}
