package io.verge.agent.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.messages.csae.CsaeEdition;
import io.verge.site.MapImportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <?xml version="1.0"?><net/>   | SUMO
            {"messageId":18,"value":{}}   | SAE
            {"mapFrame":{}}               | CSAE
            0012 83 C5                    | SAE
            0x00128382                    | SAE
            001283                        | SAE
            1000                          | CSAE
            """)
    void isKnownByHowItBegins(String text, MapFormat format) {
        assertThat(MapFormat.of(Samples.octets(text))).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "zz", "0012", "{\"messageId\":20}"})
    void whatIsNoMessageIsRefusedWithAReason(String text) {
        assertThatThrownBy(() -> MapFormat.sae(Samples.octets(text))).isInstanceOf(MapImportException.class);
        assertThatThrownBy(() -> MapFormat.csae(Samples.octets(text), CsaeEdition.EDITION_2019))
                .isInstanceOf(MapImportException.class);
    }

    /** A signal request of J2735 and a test message of T/CSAE 53 are good messages, but no MAP. */
    @Test
    void aMessageThatIsNoMapIsRefused() {
        assertThatThrownBy(() -> MapFormat.sae(Samples.octets("001e120000000005e9c04071a26614c06000040ba0")))
                .hasMessage("is a message of J2735, but no MAP");
        assertThatThrownBy(() ->
                        MapFormat.csae(Samples.octets("800f00000c02021a195b1b1bc8158c9600"), CsaeEdition.EDITION_2020))
                .hasMessage("is a message of T/CSAE 53, but no MAP");
    }
}
