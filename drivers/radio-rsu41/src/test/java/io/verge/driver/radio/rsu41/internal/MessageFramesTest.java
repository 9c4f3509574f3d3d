package io.verge.driver.radio.rsu41.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.message.MessageKind;
import java.nio.ByteBuffer;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFramesTest {
    @Test
    void areFoundAtTheBeginning() {
        assertThat(find(Frames.MAP)).isEqualTo(Frames.MAP);
    }

    @Test
    void areFoundBehindAHeaderAndBeforeASignature() {
        assertThat(find("0381004003805CFF" + Frames.MAP + "8081FFEE")).isEqualTo(Frames.MAP);
    }

    @Test
    void mayBeLongerThan127Octets() {
        String frame = "00138085" + "AB".repeat(0x85);
        assertThat(find("FFFF" + frame)).isEqualTo(frame);
    }

    @Test
    void areTakenWholeThoughTheyHoldWhatLooksLikeOne() {
        String outer = "001309" + "AA" + Frames.MAP + "BB";
        assertThat(find(outer)).isEqualTo(outer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0012", "001201", "001204DEADBE", "001104DEADBEEF", "002A04DEADBEEF", "001200FF", "0012C0FF"
            })
    void areNotFoundWhereIdOrLengthDoNotFit(String hex) {
        assertThat(MessageFrames.find(Frames.octets(hex))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0012, MAP", "0013, SPAT", "0014, BSM", "001C, RTCM", "001D, SRM", "001E, SSM", "001F, TIM", "0020, PSM"
    })
    void areOfTheKindThatTheirIdSays(String id, MessageKind kind) {
        assertThat(MessageFrames.kind(Frames.octets(id))).isEqualTo(kind);
    }

    @Property(tries = 300)
    void areFoundWhateverIsBeforeThem(
            @ForAll @Size(max = 40) byte[] header, @ForAll @IntRange(min = 60, max = 1400) int length) {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);
        ByteBuffer datagram = ByteBuffer.allocate(header.length + 4 + length)
                .put(header)
                .putShort((short) 0x13)
                .putShort((short) (0x8000 | length))
                .put(payload)
                .flip();
        ByteBuffer found = MessageFrames.find(datagram).orElseThrow();
        assertThat(found.remaining()).isGreaterThanOrEqualTo(4 + length);
    }

    @Property(tries = 500)
    void ofGarbageLieWithinIt(@ForAll @Size(max = 300) byte[] garbage) {
        assertThat(MessageFrames.find(ByteBuffer.wrap(garbage))
                        .map(ByteBuffer::remaining)
                        .orElse(0))
                .isLessThanOrEqualTo(garbage.length);
    }

    private static String find(String hex) {
        return Frames.hex(MessageFrames.find(Frames.octets(hex)).orElseThrow());
    }
}
