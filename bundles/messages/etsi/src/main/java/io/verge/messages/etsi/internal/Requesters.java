package io.verge.messages.etsi.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.messages.etsi.infrastructure.BasicVehicleRole;
import io.verge.messages.etsi.infrastructure.VehicleID;
import io.verge.messages.uper.Octets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for priority. A station's id, which its CAM carries too, is 8 hexadecimal digits; an entity's temporary id has
 * {@code entity:} before them, so that the answer names the requester as it named itself.
 */
final class Requesters {
    private static final String ENTITY = "entity:";
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{8}");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Requesters() {}

    /** The text for an id from the air. */
    static String text(VehicleID id) {
        return id instanceof VehicleID.StationIDValue station
                ? HEX.toHexDigits(station.value(), 8)
                : ENTITY + ((VehicleID.EntityID) id).value().hex();
    }

    /** The id for a text. */
    static VehicleID vehicle(String text) throws UnspeakableException {
        boolean entity = text.startsWith(ENTITY);
        String digits = entity ? text.substring(ENTITY.length()) : text;
        if (!DIGITS.matcher(digits).matches()) {
            throw new UnspeakableException("SSEM: '" + text + "' is not a requester's id of 8 hexadecimal digits");
        }
        return entity
                ? new VehicleID.EntityID(Octets.ofHex(digits))
                : new VehicleID.StationIDValue(HexFormat.fromHexDigitsToLong(digits));
    }

    /** What a requester says that it is. */
    static Role role(BasicVehicleRole role) {
        if (role.equals(BasicVehicleRole.PUBLIC_TRANSPORT) || role.equals(BasicVehicleRole.TRANSIT)) {
            return Role.PUBLIC_TRANSPORT;
        } else if (role.equals(BasicVehicleRole.FIRE)) {
            return Role.FIRE;
        } else if (role.equals(BasicVehicleRole.AMBULANCE)) {
            return Role.AMBULANCE;
        } else if (role.equals(BasicVehicleRole.POLICE)) {
            return Role.POLICE;
        } else if (role.equals(BasicVehicleRole.EMERGENCY) || role.equals(BasicVehicleRole.ROAD_RESCUE)) {
            return Role.OTHER_EMERGENCY;
        } else if (role.equals(BasicVehicleRole.ROAD_WORK)) {
            return Role.ROAD_WORK;
        }
        return role.equals(BasicVehicleRole.TRUCK) ? Role.TRUCK : Role.UNKNOWN;
    }

    /** Null when it is not known. */
    static @Nullable BasicVehicleRole role(Role role) {
        return switch (role) {
            case UNKNOWN -> null;
            case PUBLIC_TRANSPORT -> BasicVehicleRole.PUBLIC_TRANSPORT;
            case FIRE -> BasicVehicleRole.FIRE;
            case AMBULANCE -> BasicVehicleRole.AMBULANCE;
            case POLICE -> BasicVehicleRole.POLICE;
            case OTHER_EMERGENCY -> BasicVehicleRole.EMERGENCY;
            case ROAD_WORK -> BasicVehicleRole.ROAD_WORK;
            case TRUCK -> BasicVehicleRole.TRUCK;
        };
    }
}
