package io.verge.messages.csae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.messages.csae.DsmpPacket.Extension;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DsmpPacketTest {
    private static final Octets DATA = Octets.ofHex("0102");
    private static final DsmpPacket EXTENDED = new DsmpPacket(
            true, 0, 5, List.of(new Extension(255, Octets.ofHex("0A")), new Extension(0, Octets.empty())), 200, DATA);

    private static byte[] octets(String hex) {
        return Octets.ofHex(hex).toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "111, 6F",
        "127, 7F",
        "128, 8000",
        "3618, 8DA2",
        "16511, BFFF",
        "16512, C00000",
        "2113663, DFFFFF",
        "2113664, E0000000",
        "270549119, EFFFFFFF"
    })
    void everyLengthOfAnAidBeginsWhereTheShorterEnds(long aid, String encoding) throws CodecException {
        byte[] expected = octets("0400" + encoding + "00020102");
        assertThat(DsmpPacket.of(aid, DATA).encode()).isEqualTo(expected);
        assertThat(DsmpPacket.decode(expected)).isEqualTo(DsmpPacket.of(aid, DATA));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 270_549_120, Long.MAX_VALUE})
    void anAidOutOfItsRangeIsNotEncoded(long aid) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> DsmpPacket.of(aid, DATA).encode())
                .withMessage("DSMP.aid: value " + aid + " of 0..270549119");
    }

    @Test
    void anAidOfMoreThanFourOctetsIsRefused() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> DsmpPacket.decode(octets("0400F0000000000000")))
                .withMessage("DSMP.aid: bit 16: an AID of more than 4 octets");
    }

    @Test
    void theAdaptationLayerMayBeMissing() throws CodecException {
        DsmpPacket packet = DsmpPacket.decode(octets("006F00020102"));
        assertThat(packet).isEqualTo(new DsmpPacket(false, 0, 0, List.of(), 111, DATA));
        assertThat(packet.encode()).isEqualTo(octets("006F00020102"));
    }

    @Test
    void extensionsAreKept() throws CodecException {
        byte[] expected = octets("041502FF010A0000804800020102");
        assertThat(EXTENDED.encode()).isEqualTo(expected);
        assertThat(DsmpPacket.decode(expected)).isEqualTo(EXTENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "04", "05006F00020102", "04206F00020102", "0410006F00020102", "0410806F00020102"})
    void whatIsNoPacketIsRefused(String hex) {
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> DsmpPacket.decode(octets(hex)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"04006F000201", "04006F0002010203"})
    void anotherLengthThanAnnouncedIsRefused(String hex) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> DsmpPacket.decode(octets(hex)))
                .withMessageStartingWith("DSMP.length: bit 24: 2 octets announced, ");
    }

    @Test
    void everyTruncationIsRefused() throws CodecException {
        byte[] packet = EXTENDED.encode();
        for (int length = 0; length < packet.length; length++) {
            byte[] cut = Arrays.copyOf(packet, length);
            assertThatExceptionOfType(CodecException.class).isThrownBy(() -> DsmpPacket.decode(cut));
        }
    }

    @Test
    void everyCorruptedOctetIsKeptOrRefused() throws CodecException {
        byte[] packet = EXTENDED.encode();
        for (int at = 0; at < packet.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] damaged = packet.clone();
                damaged[at] = (byte) value;
                keptOrRefused(damaged);
            }
        }
    }

    private static void keptOrRefused(byte[] damaged) {
        byte[] again;
        try {
            DsmpPacket packet = DsmpPacket.decode(damaged);
            assertThat(DsmpPacket.fromJson(packet.toJson())).isEqualTo(packet);
            again = packet.encode();
        } catch (CodecException e) {
            assertThat(e.path()).startsWith("DSMP");
            return;
        }
        assertThat(again).isEqualTo(damaged);
    }

    @Test
    void reservedBitsWouldLookLikeTheAdaptationLayer() {
        DsmpPacket packet = new DsmpPacket(false, 0, 4, List.of(), 111, DATA);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(packet::encode)
                .withMessage("DSMP.reserved: value 4 of 0..0");
    }

    @Test
    void anExtensionOutOfItsRangeIsNotEncoded() {
        Extension tooLong = new Extension(1, Octets.copyOf(new byte[128]));
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> new DsmpPacket(true, 0, 0, List.of(tooLong), 111, DATA).encode())
                .withMessage("DSMP.extensions[0].length: value 128 of 0..127");
        List<Extension> tooMany = Collections.nCopies(128, new Extension(1, DATA));
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> new DsmpPacket(true, 0, 0, tooMany, 111, DATA).encode())
                .withMessage("DSMP.extensions: value 128 of 0..127");
    }

    @Test
    void jsonShowsEveryField() {
        assertThat(EXTENDED.toJson())
                .isEqualTo("{\"adaptation\":4,\"version\":0,\"reserved\":5,\"extensions\":["
                        + "{\"elementId\":255,\"value\":\"0A\"},{\"elementId\":0,\"value\":\"\"}],"
                        + "\"aid\":200,\"data\":\"0102\"}");
    }

    @Test
    void jsonComesBackInAnyOrder() throws CodecException {
        assertThat(DsmpPacket.fromJson("{\"data\":\"0102\",\"aid\":111,\"adaptation\":4}"))
                .isEqualTo(DsmpPacket.of(111, DATA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"aid\":111}",
                "{\"aid\":270549120,\"data\":\"\"}",
                "{\"aid\":-1,\"data\":\"\"}",
                "{\"aid\":1,\"data\":\"\",\"adaptation\":5}",
                "{\"aid\":1,\"data\":\"\",\"other\":5}",
                "{\"aid\":1,\"data\":\"\",\"version\":1}",
                "{\"aid\":1,\"data\":\"\",\"extensions\":[{}]}"
            })
    void otherJsonIsRefused(String json) {
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> DsmpPacket.fromJson(json));
    }
}
