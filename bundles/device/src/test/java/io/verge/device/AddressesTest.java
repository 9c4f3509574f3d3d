package io.verge.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.7:1516, 10.0.0.7, 1516",
        "rsu, rsu, 99",
        "[fe80::1]:80, fe80::1, 80",
        "[fe80::1], fe80::1, 99",
    })
    void areHostAndPortAsPeopleWriteThem(String text, String host, int port) {
        var address = Addresses.parse(text, 99);
        assertThat(address.getHostString() + " " + address.getPort()).isEqualTo(host + " " + port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rsu:0", "rsu:65536", "rsu:x", ":80"})
    void areRefusedWithTheTextThatIsWrong(String text) {
        assertThatThrownBy(() -> Addresses.parse(text, 99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsu"})
    void needAPortWhereThereIsNoDefault(String text) {
        assertThatThrownBy(() -> Addresses.parse(text, 0)).hasMessageContaining("host:port");
    }
}
