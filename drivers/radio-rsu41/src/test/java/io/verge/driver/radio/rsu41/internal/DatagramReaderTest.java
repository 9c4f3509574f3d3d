package io.verge.driver.radio.rsu41.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.message.MessageKind;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DatagramReaderTest {
    private final DatagramReader reader = new DatagramReader(Psids.of("MAP=0xE0000017"));

    @Test
    void takesTheMessageOutOfTextThatHasHeadersInItsPayload() {
        assertThat(reader.read(Frames.text("Type=MAP\nPSID=0x8002\nPayload=FFFF" + Frames.MAP + "\n")))
                .isEqualTo(new Incoming.Message("sae", MessageKind.MAP, 0x8002, Frames.octets(Frames.MAP)));
    }

    @Test
    void givesAMessageWithoutPsidTheOneOfItsKind() {
        assertThat(reader.read(Frames.octets(Frames.MAP)))
                .isEqualTo(new Incoming.Message("sae", MessageKind.MAP, 0xE0000017, Frames.octets(Frames.MAP)));
    }

    @Test
    void leavesAPayloadWholeThatGoesOnBehindWhatSeemsToBeAFrame() {
        String payload = "02" + Frames.MAP + "01";
        assertThat(reader.read(Frames.text("Type=MAP\nPSID=112\nPayload=" + payload + "\n")))
                .isEqualTo(new Incoming.Message("csae", MessageKind.MAP, 112, Frames.octets(payload)));
    }

    @Test
    void leavesAPayloadWholeThatIsOfAnotherKindThanWhatItSeemsToHold() {
        String payload = "2E" + Frames.MAP;
        assertThat(reader.read(Frames.text("Type=VIR\nPSID=1\nPayload=" + payload + "\n")))
                .isEqualTo(new Incoming.Message("csae", MessageKind.VIR, 1, Frames.octets(payload)));
    }

    @Test
    void callsAKindThatItDoesNotKnowOther() {
        assertThat(reader.read(Frames.text("Type=TRAM\nPSID=1\nPayload=40\n")))
                .isEqualTo(new Incoming.Message("csae", MessageKind.OTHER, 1, Frames.octets("40")));
    }

    @Property(tries = 1000)
    void readsOrRefusesGarbageButNeverThrows(@ForAll @Size(max = 500) byte[] garbage) {
        assertThat(reader.read(ByteBuffer.wrap(garbage))).isInstanceOf(Incoming.class);
    }
}
