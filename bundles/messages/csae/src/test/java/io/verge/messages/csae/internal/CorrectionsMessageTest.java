package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.api.message.MessageKind;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.RTCMcorrections;
import io.verge.messages.csae.edition2020.RTCMmsg;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionsMessageTest {
    /** RTCM 10403, message 1005. */
    private static final byte[] MESSAGE =
            Octets.ofHex("D300133ED7D30202980EDEEF34B4BD62AC0941986F33360B98").toByteArray();

    private final CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);

    private static CorrectionsAnnouncement corrections(byte[] octets) {
        return new CorrectionsAnnouncement(Crossing.TIME, Stamps.NONE, ByteBuffer.wrap(octets));
    }

    private RTCMmsg spoken(byte[] octets) throws UnspeakableException {
        return Spoken.extended(set, corrections(octets), 10, RTCMcorrections.class)
                .get(0)
                .corrections()
                .get(0);
    }

    @Test
    void carriesTheMessageUntouchedWithItsNumber() throws UnspeakableException {
        assertThat(spoken(MESSAGE)).isEqualTo(new RTCMmsg(null, 1005, Octets.copyOf(MESSAGE), null));
    }

    @Test
    void knowsNoNumberOfWhatIsNotRtcm3() throws UnspeakableException {
        assertThat(spoken(new byte[] {0x66, 1, 2, 3, 4, 5}).rtcmID()).isNull();
    }

    @Test
    void takesTheLongestThereIs() throws UnspeakableException {
        assertThat(spoken(new byte[1029]).payload().toByteArray()).hasSize(1029);
    }

    @Test
    void isAnRtcmMessage() throws UnspeakableException {
        assertThat(set.encode(corrections(MESSAGE))).singleElement().satisfies(frame -> assertThat(frame.kind())
                .isEqualTo(MessageKind.RTCM));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2048})
    void refusesWhatDoesNotFit(int length) {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(corrections(new byte[length])))
                .withMessageContaining("not " + length);
    }
}
