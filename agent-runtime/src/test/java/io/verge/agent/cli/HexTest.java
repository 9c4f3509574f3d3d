package io.verge.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.messages.uper.CodecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {
    @ParameterizedTest
    @ValueSource(strings = {"00ff7e", "00FF7E", "0x00fF7e", " 0X 00 f f\t7e\r"})
    void readsWhatPeoplePaste(String text) throws CodecException {
        assertThat(Hex.parse(text)).containsExactly(0, 0xFF, 0x7E);
    }

    @Test
    void writesLowerCase() {
        assertThat(Hex.format(new byte[] {0, -1, 0x7E})).isEqualTo("00ff7e");
    }

    @ParameterizedTest
    @CsvSource({
        "00g0, column 3: 'g' is no hexadecimal digit",
        "000, column 3: the last octet has one digit of two (3 digits)",
        "'0x1 ', column 3: the last octet has one digit of two (1 digits)",
        "0x0x, column 4: 'x' is no hexadecimal digit",
        "00\u0661\u0661, column 3: U+0661 is no hexadecimal digit",
        "\uD83D\uDEA6, column 1: U+1F6A6 is no hexadecimal digit"
    })
    void namesTheColumn(String text, String reason) {
        assertThatThrownBy(() -> Hex.parse(text)).hasMessage(reason);
    }
}
