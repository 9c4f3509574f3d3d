package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.device.Counters;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CasterTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final Instant TIME = Instant.parse("2026-03-01T08:15:11Z");

    private final Counters counters = new Counters();
    private final CasterPlayer player = new CasterPlayer(0, new SiteFrame(new Wgs84(30.5, 114.3, 21)), counters);
    private long tick;

    CasterTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        player.close();
    }

    @Test
    void aRoverGetsFramesWithGoodChecksums() throws IOException {
        byte[] stream =
                ask("GET /VERGE HTTP/1.0\r\nUser-Agent: NTRIP test\r\n\r\n", "ICY 200 OK\r\n\r\n".length() + 200);
        int begin = "ICY 200 OK\r\n\r\n".length();
        assertThat(new String(stream, 0, begin, US_ASCII)).isEqualTo("ICY 200 OK\r\n\r\n");
        assertThat(stream[begin] & 0xFF).isEqualTo(0xD3);
        int length = ByteBuffer.wrap(stream).getShort(begin + 1) + 3;
        byte[] whole = new byte[length + 3];
        System.arraycopy(stream, begin, whole, 0, whole.length);
        assertThat(RtcmMessage.crc24q(whole, whole.length))
                .as("of frame and checksum")
                .isZero();
    }

    @Test
    void aRoverOfVersionTwoIsAnsweredByHttp() throws IOException {
        assertThat(new String(ask("GET /VERGE HTTP/1.1\r\nNtrip-Version: Ntrip/2.0\r\n\r\n", 20), US_ASCII))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void whoAsksForNothingThatIsThereGetsTheTable() throws IOException {
        assertThat(new String(ask("GET / HTTP/1.0\r\n\r\n", 200), US_ASCII))
                .startsWith("SOURCETABLE 200 OK\r\n")
                .contains("STR;VERGE;");
    }

    /** Of the specification: RTCM 10403, an antenna reference message whose checksum is printed there. */
    @Test
    void theChecksumIsQualcomms() {
        byte[] frame = HEX.parseHex("D300133ED7D30202980EDEEF34B4BD62AC0941986F33360B98");
        assertThat(RtcmMessage.crc24q(frame, frame.length - 3)).isEqualTo(0x360B98);
    }

    @Test
    void saysWhereTheStationIs() {
        ByteBuffer message = Corrections.place(new Wgs84(0, 0, 0));
        assertThat(message.getShort(3) >> 4 & 0xFFF).isEqualTo(1005);
        // Content 0 to 18: after 34 bits the 38 of x, of which the first two are in octet 4.
        long x = ((message.get(3 + 4) & 0x3FL) << 32) | (message.getInt(3 + 5) & 0xFFFFFFFFL);
        assertThat(x).isEqualTo(63_781_370_000L);
    }

    private byte[] ask(String request, int octets) throws IOException {
        int port = Integer.parseInt(player.address().replaceAll("\\D+127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
        try (Socket rover = new Socket(InetAddress.getLoopbackAddress(), port)) {
            rover.getOutputStream().write(request.getBytes(US_ASCII));
            InputStream in = rover.getInputStream();
            while (in.available() < octets) {
                player.play(new Moment(60 * tick++, TIME, 0, List.of()));
            }
            return in.readNBytes(octets);
        }
    }
}
