package io.verge.driver.signal.ntcip1202.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.Observation;
import io.verge.api.observation.SignalFrame;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.SignalGroups;
import io.verge.device.SignalGroups.Source;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Vehicle phases 2 and 10 are the groups 1 and 2, the walk of phase 2 is group 12, overlap B is group 20. */
class StatusDecoderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final List<Source> SOURCES =
            SignalGroups.of(new String[] {"2=1", "10=2"}, new String[] {"2=20"}, new String[] {"2=12"});
    private static final int BIT = 2;

    private final Counters counters = new Counters();
    private final StatusDecoder decoder = new StatusDecoder("signal", SOURCES, counters);
    private final List<Observation> out = new ArrayList<>();

    /** Red, yellow and green of each: phases 1 to 8, phases 9 to 16, walks 1 to 8, overlaps 1 to 8. */
    private List<SignalPhase> decode(int... values) {
        return decodeFlashing(2, values);
    }

    private List<SignalPhase> decodeFlashing(int flash, int... values) {
        byte[] octets = new byte[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        octets[values.length] = (byte) flash;
        decoder.decode(ByteBuffer.wrap(octets), new Arrival(NOW, 0), out::add);
        return out.isEmpty()
                ? List.of()
                : ((SignalFrame) out.get(out.size() - 1))
                        .states().stream().map(SignalState::phase).toList();
    }

    @Test
    void theObjectsAreThoseOfTheStandard() {
        assertThat(new StatusObjects(SOURCES).oids())
                .containsExactly(
                        "1.3.6.1.4.1.1206.4.2.1.1.4.1.2.1",
                        "1.3.6.1.4.1.1206.4.2.1.1.4.1.3.1",
                        "1.3.6.1.4.1.1206.4.2.1.1.4.1.4.1",
                        "1.3.6.1.4.1.1206.4.2.1.1.4.1.2.2",
                        "1.3.6.1.4.1.1206.4.2.1.1.4.1.3.2",
                        "1.3.6.1.4.1.1206.4.2.1.1.4.1.4.2",
                        "1.3.6.1.4.1.1206.4.2.1.1.4.1.5.1",
                        "1.3.6.1.4.1.1206.4.2.1.1.4.1.6.1",
                        "1.3.6.1.4.1.1206.4.2.1.1.4.1.7.1",
                        "1.3.6.1.4.1.1206.4.2.1.9.4.1.2.1",
                        "1.3.6.1.4.1.1206.4.2.1.9.4.1.3.1",
                        "1.3.6.1.4.1.1206.4.2.1.9.4.1.4.1");
    }

    @Test
    void eachLampIsThePhaseOfItsKind() {
        assertThat(decode(BIT, 0, 0, 0, 0, BIT, 0, BIT, 0, 0, 0, BIT))
                .containsExactly(
                        SignalPhase.STOP_AND_REMAIN,
                        SignalPhase.PROTECTED_MOVEMENT,
                        SignalPhase.PROTECTED_CLEARANCE,
                        SignalPhase.PERMISSIVE_MOVEMENT);
    }

    @Test
    void theOtherPhasesOfAnObjectDoNotMatter() {
        assertThat(decode(BIT, 0xFD, 0xFD, 0, BIT, 0, BIT, 0, 0, BIT, 0, 0).get(0))
                .isEqualTo(SignalPhase.STOP_AND_REMAIN);
    }

    @Test
    void timesAreNotKnown() {
        decode(BIT, 0, 0, BIT, 0, 0, BIT, 0, 0, BIT, 0, 0);
        assertThat(((SignalFrame) out.get(0)).states())
                .allSatisfy(state -> assertThat(state.timing()).isNull());
    }

    @Test
    void whatFlashesIsNoPhaseAndSaysWhy() {
        assertThat(decodeFlashing(5, BIT, 0, 0, BIT, 0, 0, BIT, 0, 0, BIT, 0, 0))
                .containsOnly(SignalPhase.UNAVAILABLE);
        assertThat(((SignalFrame) out.get(0)).modes()).containsExactly(SignalMode.FAULT_FLASH);
    }

    @Test
    void aControllerThatDoesNotSayWhetherItFlashesIsTakenAtItsWord() {
        assertThat(decodeFlashing(FlashStatus.UNKNOWN, BIT, 0, 0, BIT, 0, 0, BIT, 0, 0, BIT, 0, 0))
                .containsOnly(SignalPhase.STOP_AND_REMAIN);
    }

    @Test
    void noLampIsDark() {
        assertThat(decode(new int[12])).containsOnly(SignalPhase.DARK);
    }

    @Test
    void aChangeBetweenTwoAnswersIsNotSeenAsTwoLamps() {
        decode(0, 0, BIT, BIT, 0, 0, BIT, 0, 0, BIT, 0, 0);
        assertThat(decode(0, BIT, BIT, BIT, 0, 0, BIT, 0, 0, BIT, 0, 0).get(0))
                .isEqualTo(SignalPhase.PROTECTED_MOVEMENT);
        assertThat(counters.snapshot()).containsEntry("torn", 1L).containsEntry("conflicts", 0L);
    }

    @Test
    void twoLampsThatStayAreAConflict() {
        decode(0, 0, BIT, BIT, 0, 0, BIT, 0, 0, BIT, 0, 0);
        decode(0, BIT, BIT, BIT, 0, 0, BIT, 0, 0, BIT, 0, 0);
        assertThat(decode(0, BIT, BIT, BIT, 0, 0, BIT, 0, 0, BIT, 0, 0).get(0)).isEqualTo(SignalPhase.UNAVAILABLE);
        assertThat(counters.snapshot()).containsEntry("conflicts", 1L);
    }

    @Property(tries = 200)
    void neverThrows(@ForAll byte[] garbage) {
        new StatusDecoder("signal", SOURCES, counters)
                .decode(ByteBuffer.wrap(garbage), new Arrival(NOW, 0), observation -> {});
    }
}
