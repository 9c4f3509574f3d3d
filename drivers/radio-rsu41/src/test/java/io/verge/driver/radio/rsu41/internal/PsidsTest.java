package io.verge.driver.radio.rsu41.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.message.MessageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PsidsTest {
    @Test
    void ofJ2735ComeFromTheTable() {
        assertThat(Psids.of().of(Frames.frame("sae", MessageKind.SPAT, 0x82))).isEqualTo(0x8002);
    }

    @Test
    void ofJ2735ThatTheTableLacksComeFromTheMessageSet() {
        assertThat(Psids.of().of(Frames.frame("sae", MessageKind.RTCM, 0x80))).isEqualTo(0x8000);
    }

    @Test
    void ofCsaeAreTheAidPEncoded() {
        assertThat(Psids.of().of(Frames.frame("csae", MessageKind.SPAT, 0x6F))).isEqualTo(0x6F);
    }

    @Test
    void ofEtsiAreTheBtpPort() {
        assertThat(Psids.of().of(Frames.frame("etsi", MessageKind.CAM, 2001))).isEqualTo(2001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPAT=0xE0000015", " SPAT = 3758096405 "})
    void areWhatIsConfiguredFirst(String entry) {
        assertThat(Psids.of(entry).of(Frames.frame("csae", MessageKind.SPAT, 1)))
                .isEqualTo(0xE0000015);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPAT", "SPAT=", "SPAT=0xG", "SPAT=-1", "TRAM=0x1", "SPAT=0x100000000"})
    void areRefusedWithTheEntryThatIsWrong(String entry) {
        assertThatThrownBy(() -> Psids.of(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("psid: '" + entry + "'");
    }

    @ParameterizedTest
    @CsvSource({"7F, 7F", "80, 8000", "82, 8002", "407F, BFFF", "4080, C00000", "20407F, DFFFFF", "204080, E0000000"})
    void arePEncodedAsIeee1609Says(String number, String encoded) {
        assertThat(Psids.encoded(Integer.parseInt(number, 16))).isEqualTo(Integer.parseUnsignedInt(encoded, 16));
    }
}
