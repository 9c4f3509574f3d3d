package io.verge.messages.uper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitReaderTest {
    private static BitReader reader(String hex) {
        byte[] octets = HexFormat.of().parseHex(hex);
        return new BitReader(octets, 0, octets.length);
    }

    @Test
    void readsNothingBeyondItsSlice() throws CodecException {
        byte[] array = HexFormat.of().parseHex("ffffffffff" + "a5" + "ffffffffffffffffff");
        BitReader in = new BitReader(array, 5, 1);
        assertThat(in.integer(0, 255, 8)).isEqualTo(0xA5);
        assertThat(in.remaining()).isZero();
        assertThatThrownBy(in::bit)
                .isInstanceOf(CodecException.class)
                .hasMessage("bit 8: the message ends: 1 bits needed, 0 left");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 8, 9, 16, 64})
    void sameBitsAtEveryOffsetOfTheArray(int offset) throws CodecException {
        byte[] message = HexFormat.of().parseHex("0123456789abcdef0123");
        byte[] array = new byte[offset + message.length];
        Arrays.fill(array, (byte) 0xFF);
        System.arraycopy(message, 0, array, offset, message.length);
        BitReader in = new BitReader(array, offset, message.length);
        assertThat(in.wideBits(4)).isZero();
        assertThat(in.wideBits(64)).isEqualTo(0x123456789abcdef0L);
        assertThat(in.wideBits(12)).isEqualTo(0x123);
        assertThat(in.remaining()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"00,0", "7f,127", "8080,128", "bfff,16383", "c1,-16384", "c4,-65536"})
    void lengths(String hex, int length) throws CodecException {
        assertThat(reader(hex).length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0", "c5", "ff"})
    void refusesFragmentsOfNoBlocksOrTooMany(String hex) {
        assertThatThrownBy(() -> reader(hex).length())
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("of 1..4");
    }

    @Test
    void takesNoMemoryForALengthThatIsNotThere() {
        assertThatThrownBy(() -> reader("bfff00").octets())
                .isInstanceOf(CodecException.class)
                .hasMessage("bit 16: the message ends: 131064 bits needed, 8 left");
        assertThatThrownBy(() -> reader("c400").octets()).isInstanceOf(CodecException.class);
        assertThatThrownBy(() -> reader("00").elements(9, 1))
                .isInstanceOf(CodecException.class)
                .hasMessage("bit 0: a list of 9 needs 9 bits at least, 8 left");
    }

    @Test
    void elementsOfNoBitsAreLimitedByMemory() {
        assertThatThrownBy(() -> reader("00").elements(65_536, 0))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("more than 16 times the memory of its message");
    }

    @Test
    void valuesOutOfRangeSayWhatAndWhere() throws CodecException {
        BitReader in = reader("70");
        in.bit();
        assertThatThrownBy(() -> in.integer(-2, 3, 3))
                .isInstanceOf(CodecException.class)
                .hasMessage("bit 1: value 5 of -2..3");
    }

    @Test
    void refusesWhatIsNoUtf8() {
        assertThatThrownBy(() -> reader("02c328").utf8())
                .hasMessage("bit 0: not UTF-8")
                .isInstanceOf(CodecException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2a0304,false,1.2.3.4",
        "883703,false,2.999.3",
        "03,true,3",
        "c27b0302,true,8571.3.2",
        "00,false,0.0",
        "4f,false,1.39",
        "50,false,2.0"
    })
    void objectIdentifiersBothWays(String contents, boolean relative, String text) {
        byte[] octets = HexFormat.of().parseHex(contents);
        assertThat(ObjectIdentifiers.toText(octets, relative)).isEqualTo(text);
        assertThat(ObjectIdentifiers.toContents(text, relative)).isEqualTo(octets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "8001", "2a80", "ffffffffffffffff7f"})
    void refusesWhatIsNoObjectIdentifier(String contents) {
        assertThat(ObjectIdentifiers.toText(HexFormat.of().parseHex(contents), true))
                .isNull();
    }
}
