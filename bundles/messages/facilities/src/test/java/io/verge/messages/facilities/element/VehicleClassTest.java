package io.verge.messages.facilities.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.road.RoadUserType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VehicleClassTest {
    @ParameterizedTest
    @EnumSource(names = {"CAR", "TRUCK", "BUS", "MOTORCYCLE"})
    void aVehicleReadsBackAsItself(RoadUserType type) {
        assertThat(VehicleClass.type(VehicleClass.of(type))).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(names = {"PEDESTRIAN", "ANIMAL", "OBSTACLE", "UNKNOWN"})
    void whatIsNoVehicleHasNoClass(RoadUserType type) {
        assertThat(VehicleClass.of(type)).isEqualTo(VehicleClass.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"19, CAR", "20, TRUCK", "62, UNKNOWN", "80, UNKNOWN", "82, PEDESTRIAN", "85, BICYCLE", "87, UNKNOWN"})
    void otherClassesReadAsTheirKind(int vehicleClass, RoadUserType type) {
        assertThat(VehicleClass.type(vehicleClass)).isEqualTo(type);
    }
}
