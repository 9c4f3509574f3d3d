package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalTiming;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TscbmDecoderTest {
    private static final Instant NOW = Decoding.NOW;

    private final Decoding decoding = new Decoding(everything());

    /** Vehicle phases are groups 1 to 16, overlaps 101 to 116, pedestrians 201 to 216. */
    private static Settings everything() {
        Settings settings = new Settings();
        for (int number = 1; number <= 16; number++) {
            settings.groups.add(number + "=" + number);
            settings.overlaps.add(number + "=" + (100 + number));
            settings.pedestrians.add(number + "=" + (200 + number));
        }
        return settings;
    }

    @ParameterizedTest
    @CsvSource({
        "210, 3, STOP_AND_REMAIN", "212, 3, PROTECTED_CLEARANCE", "214, 3, PROTECTED_MOVEMENT",
        "222, 103, STOP_AND_REMAIN", "224, 103, PROTECTED_CLEARANCE", "226, 103, PERMISSIVE_MOVEMENT",
        "216, 203, STOP_AND_REMAIN", "218, 203, PROTECTED_CLEARANCE", "220, 203, PERMISSIVE_MOVEMENT"
    })
    void readsEachLamp(int offset, int group, SignalPhase expected) {
        decoding.give(PacketBuilder.packet().two(offset, 0b100));
        assertThat(decoding.group(group).phase()).isEqualTo(expected);
        assertThat(decoding.last().states())
                .filteredOn(state -> state.phase() != SignalPhase.DARK)
                .hasSize(1);
    }

    @Test
    void readsTheLastPhase() {
        decoding.give(PacketBuilder.packet().two(214, 0x8000).two(226, 0x8000));
        assertThat(decoding.group(16).phase()).isEqualTo(SignalPhase.PROTECTED_MOVEMENT);
        assertThat(decoding.group(116).phase()).isEqualTo(SignalPhase.PERMISSIVE_MOVEMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "210, 228, 1, STOP_THEN_PROCEED", "212, 228, 1, CAUTION", "214, 228, 1, PROTECTED_MOVEMENT",
        "222, 230, 101, STOP_THEN_PROCEED", "224, 230, 101, CAUTION", "226, 230, 101, PERMISSIVE_MOVEMENT",
        "210, 230, 1, STOP_AND_REMAIN", "222, 228, 101, STOP_AND_REMAIN", "218, 228, 201, PROTECTED_CLEARANCE"
    })
    void flashesRedAndYellowOfItsOwnKind(int lamp, int flashing, int group, SignalPhase expected) {
        decoding.give(PacketBuilder.packet().two(lamp, 1).two(flashing, 1));
        assertThat(decoding.group(group).phase()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"210, 214, 1", "210, 212, 1", "212, 214, 1", "222, 226, 101", "216, 220, 201"})
    void trustsNoSignalWithTwoLamps(int lamp, int other, int group) {
        decoding.give(PacketBuilder.packet().two(lamp, 1).two(other, 1));
        assertThat(decoding.group(group).phase()).isEqualTo(SignalPhase.UNAVAILABLE);
        assertThat(decoding.group(group).timing()).isNull();
        assertThat(decoding.count("conflicts")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"214, 2, 0", "220, 202, 2", "226, 102, 4"})
    void takesTheTimesOfItsKind(int lamp, int group, int index) {
        decoding.give(PacketBuilder.packet().two(lamp, 0b10).time(2, index, 35).time(2, index + 1, 400));
        assertThat(decoding.group(group).timing())
                .isEqualTo(SignalTiming.between(NOW.plusMillis(3_500), NOW.plusSeconds(40)));
    }

    @Test
    void doesNotKnowWhenTheControllerDoesNot() {
        decoding.give(PacketBuilder.packet().two(214, 1).time(1, 0, 0xffff).time(1, 1, 0xffff));
        assertThat(decoding.group(1).timing()).isNull();
    }

    @Test
    void knowsNoLatestChangeWhenTheControllerDoesNot() {
        decoding.give(PacketBuilder.packet().two(214, 1).time(1, 0, 120).time(1, 1, 0xffff));
        assertThat(decoding.group(1).timing()).isEqualTo(SignalTiming.between(NOW.plusSeconds(12), null));
    }

    @Test
    void mayChangeAtAnyMomentWhenItRests() {
        decoding.give(PacketBuilder.packet().two(214, 1));
        assertThat(decoding.group(1).timing()).isEqualTo(SignalTiming.between(NOW, null));
    }

    @Test
    void dropsALatestChangeBeforeTheEarliest() {
        decoding.give(PacketBuilder.packet().two(214, 1).time(1, 0, 120).time(1, 1, 30));
        assertThat(decoding.group(1).timing()).isEqualTo(SignalTiming.between(NOW.plusSeconds(12), null));
    }

    @Test
    void takesTheGreatestKnownTime() {
        decoding.give(PacketBuilder.packet().two(214, 1).time(1, 0, 0xfffe).time(1, 1, 0xfffe));
        assertThat(decoding.group(1).timing())
                .isEqualTo(SignalTiming.between(NOW.plusMillis(6_553_400), NOW.plusMillis(6_553_400)));
    }

    @Test
    void readsBlocksInAnyOrder() {
        PacketBuilder packet = PacketBuilder.packet()
                .two(214, 1)
                .one(2, 16)
                .one(2 + 13 * 15, 1)
                .time(16, 0, 50);
        decoding.give(packet);
        assertThat(decoding.group(1).timing()).isEqualTo(SignalTiming.between(NOW.plusSeconds(5), null));
    }

    @ParameterizedTest
    @CsvSource({
        "0, MANUAL",
        "1, STOP_TIME",
        "2, FAULT_FLASH",
        "3, PREEMPTION",
        "4, PRIORITY",
        "5, COORDINATED",
        "6, TRANSITION",
        "7, PROGRAMMED_FLASH"
    })
    void readsTheMode(int bit, SignalMode mode) {
        decoding.give(PacketBuilder.packet().one(232, 1 << bit));
        assertThat(decoding.last().modes()).containsExactly(mode);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 240, 242, 244, 246, 1500})
    void countsPacketsOfAnotherLength(int length) {
        decoding.give(Arrays.copyOf(PacketBuilder.packet().octets(), length));
        assertThat(decoding.frames).isEmpty();
        assertThat(decoding.count("badLength")).isEqualTo(1);
    }

    @Test
    void countsPacketsThatBeginOtherwise() {
        decoding.give(PacketBuilder.packet().one(0, 0xce));
        assertThat(decoding.count("badStart")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 15", "1, 17", "2, 0", "2, 17", "2, 2"})
    void countsPacketsWithoutSixteenBlocks(int offset, int value) {
        decoding.give(PacketBuilder.packet().one(offset, value));
        assertThat(decoding.frames).isEmpty();
        assertThat(decoding.count("badBlocks")).isEqualTo(1);
    }

    @Test
    void countsPacketsThatAreMissing() {
        sequence(250, 251, 255, 3);
        assertThat(decoding.count("gaps")).isEqualTo(6);
    }

    @Test
    void countsNoGapWhenTheControllerIsStartedAgain() {
        sequence(10, 200);
        assertThat(decoding.frames).hasSize(2);
        assertThat(decoding.count("gaps")).isZero();
    }

    @Test
    void dropsAPacketThatWasOvertaken() {
        sequence(7, 9, 8, 10);
        assertThat(decoding.frames).hasSize(3);
        assertThat(decoding.count("overtaken")).isEqualTo(1);
    }

    @Test
    void dropsNoMoreThanOneInARow() {
        sequence(7, 6, 5, 4, 3);
        assertThat(decoding.frames).hasSize(3);
    }

    @Test
    void forgetsTheSequenceOfAnotherConnection() {
        sequence(7);
        decoding.decoder.reset();
        sequence(6);
        assertThat(decoding.frames).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"55644, 500, 0", "41244, 500, 0", "41245, 400, 900", "41240, 0, -4500", "44844, 0, -500"})
    void measuresTheClockApartFromItsTimeZone(int second, int millisecond, int offset) {
        decoding.give(
                PacketBuilder.packet().one(236, second >> 16).two(237, second).two(239, millisecond));
        assertThat(decoding.decoder.facts()).containsEntry("clockOffset", offset + " ms");
        assertThat(decoding.count("clockOff")).isEqualTo(Math.abs(offset) > 1_000 ? 1 : 0);
    }

    @Test
    void knowsATimeThatIsNone() {
        decoding.give(PacketBuilder.packet().one(236, 0xff));
        assertThat(decoding.decoder.facts())
                .containsEntry("controllerTime", "no time of a day")
                .doesNotContainKey("clockOffset");
        assertThat(decoding.count("clockOff")).isEqualTo(1);
    }

    @Property
    void garbageIsNeverAFrame(@ForAll @Size(max = 2_000) byte[] garbage) {
        Decoding any = new Decoding(everything());
        any.give(garbage);
        assertThat(any.frames.size() + any.count("badLength") + any.count("badStart") + any.count("badBlocks"))
                .isEqualTo(1);
    }

    @Property
    void anyBitsGiveEachGroupOnce(
            @ForAll @Size(204) @ByteRange(min = Byte.MIN_VALUE, max = Byte.MAX_VALUE) byte[] noise) {
        byte[] packet = PacketBuilder.packet().octets();
        int from = 0;
        for (int at = 2; at < packet.length && from < noise.length; at++) {
            if (at >= 210 || (at - 2) % 13 != 0) {
                packet[at] = noise[from++];
            }
        }
        Decoding any = new Decoding(everything());
        any.give(packet);
        assertThat(any.last().states()).hasSize(48);
        assertThat(any.last().states())
                .extracting(state -> state.timing())
                .allMatch(timing -> timing == null
                        || timing.maxEnd() == null
                        || !timing.maxEnd().isBefore(timing.minEnd()));
    }

    @Property
    void oneDamagedOctetIsNoHarm(@ForAll @IntRange(min = 0, max = 244) int at, @ForAll byte octet) {
        Decoding any = new Decoding(everything());
        any.give(PacketBuilder.packet().two(214, 0x22).one(at, octet));
        assertThat(any.frames).hasSizeLessThanOrEqualTo(1);
    }

    private void sequence(Integer... numbers) {
        List.of(numbers).forEach(number -> decoding.give(PacketBuilder.packet().one(235, number)));
    }
}
