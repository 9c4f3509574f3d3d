package io.verge.cloud.internal.drain;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SqueezeTest {
    private static final String RECORD =
            "{\"sequence\":4711,\"time\":\"2026-05-06T07:08:09.123Z\",\"body\":{\"time\":\"2026-05-06T07:08:09.1Z\","
                    + "\"phase\":\"begin\",\"event\":{\"id\":\"pedestrian-17\",\"kind\":\"collision-warning\",\"since\":"
                    + "\"2026-05-06T07:08:09Z\",\"east\":-4.2,\"north\":11.7,\"up\":0,\"radius\":5,\"confidence\":0.87,"
                    + "\"validityMillis\":1000,\"heading\":91.5,\"lanes\":[3],\"roadUsers\":[17,23]}}}\n";

    private final Squeeze squeeze = new Squeeze(ManualClock.standing());

    @Property(tries = 200)
    void losesNothing(@ForAll byte[] content) throws DataFormatException {
        assertThat(inflated(squeeze.squeeze(content))).isEqualTo(content);
    }

    @Test
    void makesMoreOfASingleRecordThanDeflateAlone() {
        byte[] plain = RECORD.getBytes(StandardCharsets.UTF_8);
        Deflater alone = new Deflater();
        alone.setInput(plain);
        alone.finish();
        int without = alone.deflate(new byte[1000]);
        alone.end();

        assertThat(squeeze.squeeze(plain).remaining()).isLessThan(without * 6 / 10);
    }

    @Test
    void paysOnASlowLinkAndNotOnAFastOne() {
        assertThat(squeeze.pays(4096, 100_000)).isTrue();
        assertThat(squeeze.pays(4096, Double.NaN)).isTrue();
        assertThat(squeeze.pays(4096, 1e9)).isFalse();
    }

    @Test
    void doesNotPayForAFewOctets() {
        assertThat(squeeze.pays(100, 1000)).isFalse();
    }

    @Test
    void isTriedNowAndThenWhereItDoesNotPay() {
        int tried = 0;
        for (int message = 0; message < 640; message++) {
            tried += squeeze.pays(4096, 1e9) ? 1 : 0;
        }

        assertThat(tried).isEqualTo(10);
    }

    private static byte[] inflated(ByteBuffer packed) throws DataFormatException {
        byte[] octets = new byte[packed.remaining()];
        packed.get(octets);
        Inflater inflater = new Inflater();
        inflater.setInput(octets);
        byte[] out = new byte[100_000];
        int length = inflater.inflate(out);
        if (inflater.needsDictionary()) {
            inflater.setDictionary(Squeeze.dictionary());
            length = inflater.inflate(out);
        }
        inflater.end();
        return Arrays.copyOf(out, length);
    }
}
