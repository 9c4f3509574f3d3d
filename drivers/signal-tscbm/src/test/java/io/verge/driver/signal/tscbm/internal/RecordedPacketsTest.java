package io.verge.driver.signal.tscbm.internal;

import static io.verge.api.signal.SignalPhase.CAUTION;
import static io.verge.api.signal.SignalPhase.PROTECTED_CLEARANCE;
import static io.verge.api.signal.SignalPhase.PROTECTED_MOVEMENT;
import static io.verge.api.signal.SignalPhase.STOP_AND_REMAIN;
import static io.verge.api.signal.SignalPhase.STOP_THEN_PROCEED;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seven packets of a controller that others recorded, the last two edited by them so that phases flash. */
class RecordedPacketsTest {
    private final List<byte[]> packets = packets();
    private final Decoding decoding = new Decoding(Settings.eightPhases());

    @Test
    void areAllGood() {
        packets.forEach(decoding::give);
        assertThat(decoding.frames).hasSize(7);
        assertThat(decoding.count("badLength") + decoding.count("badStart") + decoding.count("badBlocks"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, PROTECTED_MOVEMENT, STOP_AND_REMAIN, PROTECTED_MOVEMENT, STOP_AND_REMAIN",
        "1, STOP_AND_REMAIN, PROTECTED_MOVEMENT, STOP_AND_REMAIN, PROTECTED_MOVEMENT",
        "2, STOP_AND_REMAIN, PROTECTED_MOVEMENT, STOP_AND_REMAIN, PROTECTED_MOVEMENT",
        "3, STOP_AND_REMAIN, PROTECTED_MOVEMENT, STOP_AND_REMAIN, PROTECTED_MOVEMENT",
        "4, STOP_AND_REMAIN, PROTECTED_CLEARANCE, STOP_AND_REMAIN, PROTECTED_CLEARANCE",
        "5, STOP_AND_REMAIN, CAUTION, STOP_AND_REMAIN, CAUTION",
        "6, STOP_THEN_PROCEED, PROTECTED_CLEARANCE, STOP_THEN_PROCEED, PROTECTED_CLEARANCE"
    })
    void showTheirVehiclePhases(int line, SignalPhase two, SignalPhase four, SignalPhase six, SignalPhase eight) {
        decoding.give(packets.get(line));
        assertThat(shown()).containsAllEntriesOf(Map.of(2, two, 4, four, 6, six, 8, eight));
    }

    @Test
    void showDontWalkToAllPedestrians() {
        for (byte[] packet : packets) {
            decoding.give(packet);
            assertThat(shown()).containsAllEntriesOf(Map.of(12, STOP_AND_REMAIN, 14, STOP_AND_REMAIN));
            assertThat(shown()).containsAllEntriesOf(Map.of(16, STOP_AND_REMAIN, 18, STOP_AND_REMAIN));
        }
    }

    @Test
    void leaveOtherPhasesDark() {
        Settings settings = new Settings();
        settings.groups.addAll(List.of("1=1", "3=3", "5=5", "7=7", "16=16"));
        settings.overlaps.addAll(List.of("1=101", "16=116"));
        Decoding others = new Decoding(settings);
        packets.forEach(others::give);
        assertThat(others.frames)
                .flatExtracting(frame -> frame.states())
                .allMatch(state -> state.phase() == SignalPhase.DARK && state.timing() == null);
    }

    /** In 0.1 s; − is unknown. A least time of 0 is now. */
    @ParameterizedTest
    @CsvSource({
        "0, 2, 0, 50",
        "0, 6, 0, 50",
        "0, 4, 50, 100",
        "0, 8, 50, 100",
        "0, 12, 50, 390",
        "0, 16, 50, 390",
        "0, 14, 50, 100",
        "0, 18, 50, 100",
        "1, 2, 89, 209",
        "1, 12, 89, 209",
        "1, 6, 89, 209",
        "1, 16, 89, 209",
        "1, 4, 39, 159",
        "1, 8, 39, 159",
        "1, 14, 0, -1",
        "1, 18, 0, -1",
        "2, 2, 88, 208",
        "2, 4, 38, 158",
        "3, 2, 87, 207",
        "3, 4, 37, 157",
        "4, 2, 86, 206",
        "4, 4, 36, 156"
    })
    void haveTheirTimes(int line, int group, int least, int greatest) {
        decoding.give(packets.get(line));
        assertThat(decoding.group(group).timing())
                .isEqualTo(SignalTiming.between(
                        Decoding.NOW.plusMillis(100L * least),
                        greatest < 0 ? null : Decoding.NOW.plusMillis(100L * greatest)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 11:27:24.500",
        "1, 11:28:47.100",
        "2, 11:28:47.200",
        "3, 11:28:47.300",
        "4, 11:28:47.400",
        "5, 11:28:47.400"
    })
    void carryTheControllersTime(int line, String time) {
        decoding.give(packets.get(line));
        assertThat(decoding.decoder.facts()).containsEntry("controllerTime", time);
    }

    @Test
    void haveTheirNumbers() {
        List<Packet> all = packets.stream()
                .map(octets -> new Packet(ByteBuffer.wrap(octets)))
                .toList();
        assertThat(all).extracting(Packet::sequence).containsExactly(17, 75, 76, 77, 78, 78, 78);
        assertThat(all).extracting(Packet::secondOfDay).startsWith(41_244, 41_327, 41_327, 41_327);
        assertThat(all).extracting(Packet::millisecond).startsWith(500, 100, 200, 300, 400);
        assertThat(all).allMatch(packet -> packet.plan() == 1 && packet.status() == 0 && packet.length() == 245);
    }

    @Test
    void areInAGoodModeAndCarryThePlan() {
        decoding.give(packets.get(0));
        assertThat(decoding.last().modes()).isEmpty();
        assertThat(decoding.decoder.facts())
                .containsEntry("plan", "1")
                .containsEntry("form", "245 octets, version 2")
                .containsEntry("clockOffset", "0 ms");
    }

    @Test
    void areSensedWhenTheyArrive() {
        decoding.give(packets.get(3));
        assertThat(decoding.last().sensedAt()).isEqualTo(Decoding.NOW);
        assertThat(decoding.last().states()).extracting(SignalState::observedAt).containsOnly(Decoding.NOW);
        assertThat(decoding.last().stamps().received()).isEqualTo(7);
    }

    @Test
    void haveAGapBetweenTheFirstTwo() {
        packets.forEach(decoding::give);
        assertThat(decoding.count("gaps")).isEqualTo(57);
        assertThat(decoding.count("overtaken")).isZero();
    }

    @Test
    void giveEachGroupOnceInOrder() {
        decoding.give(packets.get(0));
        assertThat(decoding.last().states()).extracting(SignalState::group).containsExactly(2, 4, 6, 8, 12, 14, 16, 18);
    }

    @Test
    void areUnderstoodWhenTheyAreCutToTheShortForm() {
        byte[] cut = Arrays.copyOf(packets.get(0), 241);
        decoding.give(cut);
        assertThat(shown()).containsEntry(2, PROTECTED_MOVEMENT).containsEntry(4, STOP_AND_REMAIN);
    }

    @Test
    void flashOnlyWhereTheySay() {
        decoding.give(packets.get(5));
        assertThat(shown().values()).contains(CAUTION).doesNotContain(STOP_THEN_PROCEED, PROTECTED_CLEARANCE);
    }

    private Map<Integer, SignalPhase> shown() {
        return decoding.last().states().stream().collect(Collectors.toMap(SignalState::group, SignalState::phase));
    }

    private static List<byte[]> packets() {
        try {
            List<byte[]> packets =
                    Files.readAllLines(DataFolder.file("signal/tscbm_carma_streets_ntcip_spat_data.hex.txt")).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(HexFormat.of()::parseHex)
                            .toList();
            assertThat(packets).hasSize(7);
            return packets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
