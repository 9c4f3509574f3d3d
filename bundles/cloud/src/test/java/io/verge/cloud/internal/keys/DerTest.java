package io.verge.cloud.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Octets as X.690 has them. */
class DerTest {
    @ParameterizedTest
    @CsvSource({"0, 020100", "127, 02017f", "128, 02020080", "65537, 0203010001"})
    void integersHaveASign(long value, String octets) {
        assertThat(hex(Der.integer(BigInteger.valueOf(value)))).isEqualTo(octets);
    }

    @Test
    void identifiersAreSevenBitsAnOctet() {
        assertThat(hex(Der.identifier(1, 2, 840, 10045, 4, 3, 2))).isEqualTo("06082a8648ce3d040302");
    }

    @ParameterizedTest
    @CsvSource({"127, 307f", "128, 308180", "255, 3081ff", "256, 30820100", "65536, 3083010000"})
    void lengthsAreAsShortAsCanBe(int length, String head) {
        assertThat(hex(Der.sequence(new byte[length]))).startsWith(head).hasSize(head.length() + 2 * length);
    }

    @ParameterizedTest
    @CsvSource({
        "2049-12-31T23:59:59Z, 170d3439313233313233353935395a",
        "2050-01-01T00:00:00Z, 180f32303530303130313030303030305a"
    })
    void yearsFrom2050OnHaveFourDigits(Instant time, String octets) {
        assertThat(hex(Der.time(time))).isEqualTo(octets);
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }
}
