package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImmediateForwardTest {
    private static final String SPAT = "Version=0.7\nType=SPAT\nPSID=0x8002\nPriority=7\nPayload=0013aBcd\n";

    @Test
    void readsTypeApplicationAndPayload() {
        assertThat(ImmediateForward.parse(text(SPAT)))
                .contains(new ImmediateForward(
                        "SPAT", 0x8002, ByteBuffer.wrap(new byte[] {0, 0x13, (byte) 0xab, (byte) 0xcd})));
    }

    @Test
    void linesMayBeIndentedAndInAnyOrder() {
        assertThat(ImmediateForward.parse(text("  Payload = 0013ABCD\r\n  PSID=0x8002\r\n\r\n  Type=SPAT")))
                .isEqualTo(ImmediateForward.parse(text(SPAT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Type=SPAT\nPSID=0x8002",
                "Type=SPAT\nPSID=0x8002\nPayload=",
                "Type=SPAT\nPSID=0x8002\nPayload=001",
                "Type=SPAT\nPSID=0x8002\nPayload=00zz",
                "Type=SPAT\nPSID=here\nPayload=0013",
                "PSID=0x8002\nPayload=0013"
            })
    void refusesWhatIsNotWhole(String text) {
        assertThat(ImmediateForward.parse(text(text))).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(ImmediateForward.parse(text(SPAT + "00".repeat(ImmediateForward.MAX_TEXT))))
                .isEmpty();
    }

    @Test
    void readsAMessageOfAnotherHub() throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(Files.readAllBytes(DataFolder.file("radio/imf_spat_v2xhub_1.txt")));
        assertThat(ImmediateForward.parse(octets).map(ImmediateForward::psid)).contains(0x8002);
    }

    @Property
    void neverThrows(@ForAll byte[] garbage) {
        assertThat(ImmediateForward.parse(ByteBuffer.wrap(garbage))).isEmpty();
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }
}
