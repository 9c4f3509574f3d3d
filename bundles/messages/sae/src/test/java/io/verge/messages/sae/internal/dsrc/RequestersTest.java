package io.verge.messages.sae.internal.dsrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.messages.sae.j2735.VehicleID;
import io.verge.messages.uper.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestersTest {
    private static final VehicleID STATION = new VehicleID.StationIDValue(0x8D1330A6L);
    private static final VehicleID ENTITY = new VehicleID.EntityID(Octets.ofHex("DEADBEEF"));

    private final Requesters stations = Requesters.knownAsStations();
    private final Requesters entities = Requesters.knownAsEntities();

    @Test
    void theKindThatIsKnownStandsAlone() {
        assertThat(stations.text(STATION)).isEqualTo("8D1330A6");
        assertThat(entities.text(ENTITY)).isEqualTo("DEADBEEF");
    }

    @Test
    void theOtherKindIsNamed() {
        assertThat(stations.text(ENTITY)).isEqualTo("entity:DEADBEEF");
        assertThat(entities.text(STATION)).isEqualTo("station:8D1330A6");
    }

    @Test
    void aTextIsTheIdThatItWasMadeOf() throws UnspeakableException {
        for (VehicleID id : new VehicleID[] {STATION, ENTITY}) {
            assertThat(stations.vehicle(stations.text(id), "SSEM")).isEqualTo(id);
            assertThat(entities.vehicle(entities.text(id), "SSM")).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bus 12", "DEADBEE", "DEADBEEF0", "bus:DEADBEEF", "entity:DEADBEEF", "station:"})
    void whatIsNoIdIsRefused(String text) {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> entities.vehicle(text, "SSM"))
                .withMessage("SSM: '" + text + "' is not a requester's id of 8 hexadecimal digits");
    }
}
