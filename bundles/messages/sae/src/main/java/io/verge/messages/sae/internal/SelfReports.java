package io.verge.messages.sae.internal;

import io.verge.api.geo.Wgs84;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.VehicleClass;
import io.verge.messages.sae.j2735.BSMcoreData;
import io.verge.messages.sae.j2735.BSMpartIIExtensionBSMpartIIExtensions;
import io.verge.messages.sae.j2735.BasicSafetyMessage;
import io.verge.messages.sae.j2735.PersonalDeviceUserType;
import io.verge.messages.sae.j2735.PersonalSafetyMessage;
import io.verge.messages.sae.j2735.PositionalAccuracy;
import io.verge.messages.sae.j2735.SupplementalVehicleExtensions;
import io.verge.messages.sae.j2735.VehicleSize;
import io.verge.messages.uper.Octets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What vehicles (BSM) and pedestrians (PSM) say of themselves. Without a position there is no report. A height that is not said
 * is taken to be the site's.
 */
final class SelfReports {
    private final double elevation;

    /** With the elevation of the site, metres. */
    SelfReports(double elevation) {
        this.elevation = elevation;
    }

    /** A position on the earth as the messages have it. */
    private record Place(int lat, int lon, @Nullable Integer elevation) {}

    @Nullable
    SelfReport of(BasicSafetyMessage message) {
        BSMcoreData core = message.coreData();
        return report(
                core.id(),
                VehicleClass.type(vehicleClass(message.partII())),
                new Place(core.lat(), core.long_(), core.elev()),
                core.speed(),
                core.heading(),
                core.accuracy(),
                size(core.size()));
    }

    @Nullable
    SelfReport of(PersonalSafetyMessage message) {
        return report(
                message.id(),
                type(message.basicType()),
                new Place(
                        message.position().lat(),
                        message.position().long_(),
                        message.position().elevation()),
                message.speed(),
                message.heading(),
                message.accuracy(),
                null);
    }

    private @Nullable SelfReport report(
            Octets id,
            RoadUserType type,
            Place at,
            int speed,
            int heading,
            PositionalAccuracy accuracy,
            @Nullable Size size) {
        if (at.lat == Coordinates.LATITUDE_UNAVAILABLE || at.lon == Coordinates.LONGITUDE_UNAVAILABLE) {
            return null;
        }
        return new SelfReport(
                id.hex(),
                type,
                new Wgs84(Coordinates.degrees(at.lat), Coordinates.degrees(at.lon), elevation(at.elevation)),
                speed == DsrcUnits.SPEED_UNAVAILABLE ? Double.NaN : speed * DsrcUnits.SPEED_STEP,
                heading == DsrcUnits.HEADING_UNAVAILABLE ? Double.NaN : heading * DsrcUnits.HEADING_STEP,
                accuracy.semiMajor() == SaeUnits.ACCURACY_UNAVAILABLE
                        ? Double.NaN
                        : accuracy.semiMajor() * SaeUnits.ACCURACY_STEP,
                size);
    }

    private double elevation(@Nullable Integer tenths) {
        return tenths == null || tenths == DsrcUnits.ELEVATION_UNAVAILABLE ? elevation : tenths / 10.0;
    }

    private static int vehicleClass(@Nullable List<BSMpartIIExtensionBSMpartIIExtensions> extensions) {
        if (extensions == null) {
            return VehicleClass.UNKNOWN;
        }
        for (BSMpartIIExtensionBSMpartIIExtensions extension : extensions) {
            if (extension.partIIValue() instanceof SupplementalVehicleExtensions supplement) {
                Integer classification = supplement.classification();
                return classification == null ? VehicleClass.UNKNOWN : classification;
            }
        }
        return VehicleClass.UNKNOWN;
    }

    private static RoadUserType type(PersonalDeviceUserType type) {
        if (type.equals(PersonalDeviceUserType.A_PEDESTRIAN)
                || type.equals(PersonalDeviceUserType.A_PUBLICSAFETYWORKER)) {
            return RoadUserType.PEDESTRIAN;
        } else if (type.equals(PersonalDeviceUserType.A_PEDALCYCLIST)) {
            return RoadUserType.BICYCLE;
        }
        return type.equals(PersonalDeviceUserType.AN_ANIMAL) ? RoadUserType.ANIMAL : RoadUserType.UNKNOWN;
    }

    private static @Nullable Size size(VehicleSize size) {
        double width = metres(size.width());
        double length = metres(size.length());
        return Double.isNaN(width) && Double.isNaN(length) ? null : new Size(length, width, Double.NaN);
    }

    private static double metres(int centimetres) {
        return centimetres == DsrcUnits.SIZE_UNAVAILABLE ? Double.NaN : centimetres * 0.01;
    }
}
