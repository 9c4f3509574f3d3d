package io.verge.driver.radar.ti.internal;

import static io.verge.driver.radar.ti.internal.Listening.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes in, nothing is thrown, little is kept, and what is good is found. */
class HostileStreamTest {
    private static final int LAST = 1_000_000;
    private static final List<HeaderForm> FORMS = List.of(HeaderForm.values());

    private static byte[] good(Random random, int number) {
        HeaderForm form = FORMS.get(random.nextInt(FORMS.size()));
        double[] points = random.doubles(4L * random.nextInt(6), -50, 50).toArray();
        TlvEncoder packet = new TlvEncoder(form, number);
        return (form == HeaderForm.TRAFFIC_52 ? packet.target(7, 1, 1, 2, 3, 4, 5, 6) : packet.points(points))
                .tlv(5, new byte[random.nextInt(40)])
                .encode();
    }

    private static byte[] stream(Random random, int packets) {
        byte[] stream = {};
        for (int i = 1; i <= packets; i++) {
            stream = join(stream, good(random, i));
        }
        return stream;
    }

    @Property(tries = 300)
    void garbageIsSkippedAndNotKept(@ForAll long seed, @ForAll @IntRange(max = 5000) int size) {
        byte[] garbage = new byte[size];
        new Random(seed).nextBytes(garbage);
        Listening radar = new Listening().take(garbage);
        assertThat(radar.frames).isEmpty();
        assertThat(radar.decoder.held()).isLessThan(PacketStart.MAGIC_SIZE);
    }

    @Property(tries = 300)
    void damageNeverThrowsAndNeverHidesWhatFollows(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int changes) {
        Random random = new Random(seed);
        byte[] stream = stream(random, 10);
        for (int i = 0; i < changes; i++) {
            stream[random.nextInt(stream.length)] = (byte) random.nextInt();
        }
        byte[] cut = Arrays.copyOf(stream, random.nextInt(stream.length));
        Listening radar =
                new Listening().take(join(cut, good(random, LAST), good(random, LAST + 1), good(random, LAST + 2)));
        assertThat(radar.numbers()).endsWith((long) LAST, LAST + 1L, LAST + 2L);
    }

    @Property(tries = 300)
    void neverHoldsMoreThanOnePacket(@ForAll long seed) {
        Random random = new Random(seed);
        Listening radar = new Listening();
        byte[] magic = {2, 1, 4, 3, 6, 5, 8, 7, 0, 0, 0, 0, 0, (byte) 0xFF, 0, 0};
        for (int i = 0; i < 20; i++) {
            byte[] garbage = new byte[random.nextInt(20_000)];
            random.nextBytes(garbage);
            radar.take(join(magic, garbage));
            assertThat(radar.decoder.held()).isLessThanOrEqualTo(PacketFramer.MAX_PACKET);
        }
    }

    @Property(tries = 300)
    void piecesMakeNoDifference(@ForAll long seed, @ForAll @IntRange(max = 30) int changes) {
        Random random = new Random(seed);
        byte[] stream = stream(random, 8);
        for (int i = 0; i < changes; i++) {
            stream[random.nextInt(stream.length)] = (byte) random.nextInt(10);
        }
        Listening whole = new Listening().take(stream);
        Listening piecewise = new Listening();
        for (int at = 0; at < stream.length; ) {
            int to = Math.min(stream.length, at + 1 + random.nextInt(60));
            piecewise.take(stream, at, to);
            at = to;
        }
        assertThat(piecewise.frames).isEqualTo(whole.frames);
        assertThat(piecewise.counters.snapshot()).isEqualTo(whole.counters.snapshot());
    }
}
