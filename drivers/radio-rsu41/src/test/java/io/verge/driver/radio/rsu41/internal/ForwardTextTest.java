package io.verge.driver.radio.rsu41.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ForwardTextTest {
    @Test
    void isWrittenInTheOrderThatRadiosExpect() {
        ImmediateForward message = new ImmediateForward("SPAT", 0x8002, "183", "CONT", true, Frames.octets("0013ab"));
        assertThat(StandardCharsets.US_ASCII
                        .decode(ForwardWriter.write(message))
                        .toString())
                .isEqualTo(
                        """
                        Version=0.7
                        Type=SPAT
                        PSID=0x8002
                        Priority=7
                        TxMode=CONT
                        TxChannel=183
                        TxInterval=0
                        DeliveryStart=
                        DeliveryStop=
                        Signature=True
                        Encryption=False
                        Payload=0013AB
                        """);
    }

    @Test
    void isWrittenLikeTheSampleOfV2xHub() throws IOException {
        String sample = sample("imf_spat_v2xhub_1.txt");
        ImmediateForward message =
                ForwardReader.of(Frames.text(sample)).orElseThrow().message();
        String written =
                StandardCharsets.US_ASCII.decode(ForwardWriter.write(message)).toString();
        assertThat(written).isEqualToIgnoringCase(sample);
    }

    @Test
    void ofTheSampleHoldsASpat() throws IOException {
        ImmediateForward message = ForwardReader.of(Frames.text(sample("imf_spat_v2xhub_1.txt")))
                .orElseThrow()
                .message();
        assertThat(Frames.hex(message.payload())).startsWith("00136B4457F201").hasSize(2 * (3 + 0x6B));
    }

    @Test
    void withoutAPayloadIsRefused() throws IOException {
        assertThat(refusal(sample("imf_spat_v2xhub_2.txt"))).contains(Refusal.NO_PAYLOAD);
    }

    @Test
    void withAPayloadThatIsNotHexadecimalIsRefused() {
        assertThat(refusal("Version=0.7\nPayload=00x3\n")).contains(Refusal.BAD_PAYLOAD);
    }

    @Test
    void withHalfAnOctetIsRefused() {
        assertThat(refusal("Version=0.7\nPayload=001\n")).contains(Refusal.BAD_PAYLOAD);
    }

    @Test
    void mayBeIndentedAndInAnyOrder() {
        ImmediateForward message = ForwardReader.of(
                        Frames.text("\r\n   Payload = 0013ab \r\n\tpsid= 0x8002\r\n  Type =SPAT\r\n  New=x=y\r\n"))
                .orElseThrow()
                .message();
        assertThat(message).isEqualTo(new ImmediateForward("SPAT", 0x8002, "", "", false, Frames.octets("0013ab")));
    }

    @Property(tries = 200)
    void isReadAsItWasWritten(
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String type,
            @ForAll int psid,
            @ForAll @IntRange(min = 172, max = 184) int channel,
            @ForAll boolean signature,
            @ForAll @Size(min = 1, max = 2000) byte[] payload) {
        ImmediateForward message = new ImmediateForward(
                type.toUpperCase(Locale.ROOT),
                psid,
                String.valueOf(channel),
                "ALT",
                signature,
                ByteBuffer.wrap(payload));
        ForwardReader reader = ForwardReader.of(ForwardWriter.write(message)).orElseThrow();
        assertThat(reader.refusal()).isEmpty();
        assertThat(reader.message()).isEqualTo(message);
    }

    @Property(tries = 500)
    void ofGarbageIsReadOrRefusedButNeverThrown(@ForAll @Size(max = 300) byte[] garbage) {
        String text = "Version=0.7\nPayload=" + new String(garbage, StandardCharsets.ISO_8859_1);
        ForwardReader reader = ForwardReader.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                .orElseThrow();
        assertThat(reader.refusal().isPresent() || reader.message().payload().hasRemaining())
                .isTrue();
    }

    private static Optional<Refusal> refusal(String text) {
        return ForwardReader.of(Frames.text(text)).orElseThrow().refusal();
    }

    private static String sample(String name) throws IOException {
        return Files.readString(DataFolder.file("radio/" + name));
    }
}
