package io.verge.driver.corrections.ntrip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.CorrectionsReceived;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtcmDecoderTest {
    private static final Arrival ARRIVAL = new Arrival(Instant.parse("2026-03-01T08:00:00.250Z"), 7);

    private final Counters counters = new Counters();
    private final RtcmDecoder decoder = new RtcmDecoder("caster", counters);
    private final List<CorrectionsReceived> seen = new ArrayList<>();

    private RtcmDecoderTest take(byte... octets) {
        decoder.decode(ByteBuffer.wrap(octets), ARRIVAL, one -> seen.add((CorrectionsReceived) one));
        return this;
    }

    private List<Integer> types() {
        return seen.stream().map(CorrectionsReceived::type).toList();
    }

    private long count(String counter) {
        return counters.counter(counter).get();
    }

    @Test
    void readsTheExampleOfTheStandard() {
        take(Messages.STATION);
        assertThat(seen).singleElement().satisfies(one -> {
            assertThat(one.type()).isEqualTo(1005);
            assertThat(one.message()).isEqualTo(ByteBuffer.wrap(Messages.STATION));
            assertThat(one.device()).isEqualTo("caster");
            assertThat(one.sensedAt()).isEqualTo(ARRIVAL.time());
            assertThat(one.stamps()).isEqualTo(ARRIVAL.stamps());
        });
        assertThat(decoder.facts()).containsEntry("station", "2003").containsEntry("types", "1005");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 25, 255, 256, 1023})
    void readsEveryLength(int content) {
        take(Messages.join(Messages.of(1077, content), Messages.of(1087, content)));
        assertThat(types()).containsExactly(1077, 1087);
        assertThat(count("badChecksum")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatHasNoNumberIsAFiller(int content) {
        take(Messages.join(Messages.of(0, content), Messages.STATION));
        assertThat(types()).containsExactly(1005);
        assertThat(count("fillers")).isEqualTo(1);
    }

    @Test
    void passesOverWhatIsNoMessage() {
        take(Messages.join("ICY 200 OK\r\n".getBytes(StandardCharsets.US_ASCII), Messages.STATION));
        assertThat(types()).containsExactly(1005);
        assertThat(count("skippedOctets")).isEqualTo(12);
    }

    @Test
    void losesOnlyTheDamagedMessage() {
        byte[] damaged = Messages.of(1087, 100);
        damaged[50] ^= 1;
        take(Messages.join(Messages.of(1077, 100), damaged, Messages.of(1097, 100)));
        // The content is full of preambles: what is behind it comes when the longest false message is ruled out.
        take(new byte[CorrectionsReceived.LONGEST]);
        assertThat(types()).containsExactly(1077, 1097);
        assertThat(count("badChecksum")).isPositive();
    }

    @Test
    void findsAGoodMessageWithinAFalseOne() {
        byte[] falseHead = {(byte) 0xD3, 0, 40};
        take(Messages.join(falseHead, Messages.STATION, Messages.STATION));
        assertThat(types()).containsExactly(1005, 1005);
    }

    @Test
    void whatHasReservedBitsIsNoMessage() {
        byte[] reserved = Messages.of(1077, 20);
        reserved[1] |= 0x04;
        take(Messages.join(Messages.summed(reserved), Messages.STATION, new byte[CorrectionsReceived.LONGEST]));
        assertThat(types()).containsExactly(1005);
    }

    @Test
    void aNewConnectionForgetsHalfAMessage() {
        take(Arrays.copyOf(Messages.STATION, 10));
        decoder.reset();
        take(Messages.STATION);
        assertThat(types()).containsExactly(1005);
        assertThat(count("badChecksum")).isZero();
    }

    @Test
    void whatIsPublishedStaysWhenTheBufferIsUsedAgain() {
        take(Messages.STATION);
        take(Messages.of(1077, 1000));
        assertThat(seen.get(0).message()).isEqualTo(ByteBuffer.wrap(Messages.STATION));
    }

    @Property(tries = 200)
    void howTheStreamIsCutMakesNoDifference(@ForAll @IntRange(min = 1, max = 300) int piece) {
        byte[] stream = Messages.join(
                new byte[] {1, 2, (byte) 0xD3}, Messages.of(1077, 200), Messages.STATION, Messages.of(1230, 5));
        RtcmDecoderTest fresh = new RtcmDecoderTest();
        for (int at = 0; at < stream.length; at += piece) {
            fresh.take(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + piece)));
        }
        fresh.take(new byte[CorrectionsReceived.LONGEST]);
        assertThat(fresh.types()).containsExactly(1077, 1005, 1230);
    }

    @Property(tries = 200)
    void whateverComesFirstAGoodMessageIsReadInTheEnd(@ForAll @Size(max = 3000) byte[] garbage) {
        RtcmDecoderTest fresh = new RtcmDecoderTest().take(garbage);
        fresh.seen.clear();
        fresh.take(Messages.join(Messages.STATION, new byte[CorrectionsReceived.LONGEST]));
        assertThat(fresh.types()).contains(1005);
    }
}
