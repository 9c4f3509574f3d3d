package io.verge.messages.sae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.messages.sae.j2735.BasicVehicleRole;
import io.verge.messages.sae.j2735.VehicleID;
import io.verge.messages.uper.Octets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for priority. An entity's temporary id, which its BSM carries too, is 8 hexadecimal digits; a station's id has
 * {@code station:} before them, so that the answer names the requester as it named itself.
 */
final class Requesters {
    private static final String STATION = "station:";
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{8}");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Requesters() {}

    /** The text for an id from the air. */
    static String text(VehicleID id) {
        return id instanceof VehicleID.StationIDValue station
                ? STATION + HEX.toHexDigits(station.value(), 8)
                : ((VehicleID.EntityID) id).value().hex();
    }

    /** The id for a text. */
    static VehicleID vehicle(String text) throws UnspeakableException {
        boolean station = text.startsWith(STATION);
        String digits = station ? text.substring(STATION.length()) : text;
        if (!DIGITS.matcher(digits).matches()) {
            throw new UnspeakableException("SSM: '" + text + "' is not a requester's id of 8 hexadecimal digits");
        }
        return station
                ? new VehicleID.StationIDValue(HexFormat.fromHexDigitsToLong(digits))
                : new VehicleID.EntityID(Octets.ofHex(digits));
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
