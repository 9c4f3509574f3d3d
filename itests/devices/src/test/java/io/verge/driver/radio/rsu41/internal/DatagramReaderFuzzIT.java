package io.verge.driver.radio.rsu41.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.itests.devices.Seeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A datagram that a radio forwards: text, or octets. Whatever it holds: nothing is thrown; it is a message whose octets are in
 * the datagram, or refused with a reason. A good datagram behind it is read as if it came alone.
 */
class DatagramReaderFuzzIT {
    private static final byte[] GOOD = text("Version=0.7\nType=SPAT\nPSID=0x8002\nPayload=0013020a0b\n");

    static Stream<Arguments> datagram() throws IOException {
        Seeds seeds = new Seeds()
                .add(GOOD)
                .add(List.of(
                        "type = bsm\r\npayload = 001401FF\r\n",
                        "Version=0.7\nType=RSI\nPSID=111\nPayload=04006f0003010203\n",
                        "Version=0.7\nPSID=0x\nPayload=0\n",
                        "version=\nPAYLOAD=zz\nPayload=00\n"))
                .add(HexFormat.of().parseHex("0380fe0013020a0bffff"))
                .add(HexFormat.of().parseHex("00298100"), new byte[256]);
        for (String file : RecordedText.FILES) {
            Seeds.data(file, RecordedText.MOST).ifPresent(seeds::add);
        }
        return seeds.stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void datagram(byte[] input) {
        DatagramReader reader = new DatagramReader(Psids.of("BSM=0x20"));
        Incomings.check(reader.read(ByteBuffer.wrap(input)), input.length);
        assertThat(reader.read(ByteBuffer.wrap(GOOD)))
                .isEqualTo(new DatagramReader(Psids.of("BSM=0x20")).read(ByteBuffer.wrap(GOOD)))
                .isInstanceOf(Incoming.Message.class);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
