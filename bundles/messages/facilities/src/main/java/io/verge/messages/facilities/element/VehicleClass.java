package io.verge.messages.facilities.element;

import io.verge.api.road.RoadUserType;

/** DE BasicVehicleClass: tens name the kind, and the first of them says no more than the kind. */
public final class VehicleClass {
    /** The class of what has none, or is not known. */
    public static final int UNKNOWN = 0;

    private static final int PASSENGER = 10;
    private static final int LIGHT_TRUCK = 20;
    private static final int TRUCK = 25;
    private static final int MOTORCYCLE = 40;
    private static final int TRANSIT = 50;
    private static final int EMERGENCY = 60;
    private static final int OTHER_TRAVELLER = 80;
    private static final int BICYCLE = 85;
    private static final int OTHER_TRAVELLER_END = 87;

    private VehicleClass() {}

    /** The class of a type of road user. */
    public static int of(RoadUserType type) {
        return switch (type) {
            case CAR -> PASSENGER;
            case TRUCK -> TRUCK;
            case BUS -> TRANSIT;
            case MOTORCYCLE -> MOTORCYCLE;
            case UNKNOWN, BICYCLE, PEDESTRIAN, ANIMAL, OBSTACLE -> UNKNOWN;
        };
    }

    /** The type of a road user of this class; that of emergency vehicles says nothing about their body. */
    public static RoadUserType type(int vehicleClass) {
        if (vehicleClass < PASSENGER) {
            return RoadUserType.UNKNOWN;
        } else if (vehicleClass < LIGHT_TRUCK) {
            return RoadUserType.CAR;
        } else if (vehicleClass < MOTORCYCLE) {
            return RoadUserType.TRUCK;
        } else if (vehicleClass < TRANSIT) {
            return RoadUserType.MOTORCYCLE;
        } else if (vehicleClass < EMERGENCY) {
            return RoadUserType.BUS;
        } else if (vehicleClass == BICYCLE) {
            return RoadUserType.BICYCLE;
        }
        boolean onFoot = vehicleClass > OTHER_TRAVELLER + 1 && vehicleClass < OTHER_TRAVELLER_END;
        return onFoot ? RoadUserType.PEDESTRIAN : RoadUserType.UNKNOWN;
    }
}
