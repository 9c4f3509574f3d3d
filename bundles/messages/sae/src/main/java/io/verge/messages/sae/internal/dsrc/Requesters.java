package io.verge.messages.sae.internal.dsrc;

import io.verge.api.air.UnspeakableException;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.messages.sae.j2735.BasicVehicleRole;
import io.verge.messages.sae.j2735.VehicleID;
import io.verge.messages.uper.Octets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for priority, by the id of its station or by its temporary id as an entity; both are 8 hexadecimal digits. The one
 * that vehicles carry in their other messages too stands alone, the other has its kind and a colon before it, so that the
 * answer names the requester as it named itself.
 */
public final class Requesters {
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{8}");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final boolean stationsAlone;
    /** Of the other kind. */
    private final String prefix;

    private Requesters(boolean stationsAlone, String prefix) {
        this.stationsAlone = stationsAlone;
        this.prefix = prefix;
    }

    /** Where vehicles are known as stations, as in CAM. */
    public static Requesters knownAsStations() {
        return new Requesters(true, "entity:");
    }

    /** Where vehicles are known as entities, as in BSM. */
    public static Requesters knownAsEntities() {
        return new Requesters(false, "station:");
    }

    /** The text for an id from the air. */
    String text(VehicleID id) {
        if (id instanceof VehicleID.StationIDValue station) {
            return (stationsAlone ? "" : prefix) + HEX.toHexDigits(station.value(), 8);
        }
        return (stationsAlone ? prefix : "") + ((VehicleID.EntityID) id).value().hex();
    }

    /**
     * The id for a text.
     *
     * @param message the name of the one that is to carry it
     */
    VehicleID vehicle(String text, String message) throws UnspeakableException {
        boolean alone = !text.startsWith(prefix);
        String digits = alone ? text : text.substring(prefix.length());
        if (!DIGITS.matcher(digits).matches()) {
            throw new UnspeakableException(
                    message + ": '" + text + "' is not a requester's id of 8 hexadecimal digits");
        }
        return alone == stationsAlone
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
