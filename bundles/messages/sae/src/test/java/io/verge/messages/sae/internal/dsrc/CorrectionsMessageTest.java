package io.verge.messages.sae.internal.dsrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.api.time.Stamps;
import io.verge.messages.sae.j2735.RTCMRevision;
import io.verge.messages.sae.j2735.RTCMcorrections;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionsMessageTest {
    private static final byte[] MESSAGE =
            Octets.ofHex("D300133ED7D30202980EDEEF34B4BD62AC0941986F33360B98").toByteArray();

    private final CorrectionsMessage message = new CorrectionsMessage();

    private static CorrectionsAnnouncement corrections(byte[] octets) {
        return new CorrectionsAnnouncement(Crossing.TIME, Stamps.NONE, ByteBuffer.wrap(octets));
    }

    @Test
    void carriesTheMessageUntouched() throws UnspeakableException {
        RTCMcorrections told = OnTheAir.received(message.of(corrections(MESSAGE)));
        assertThat(told.rev()).isEqualTo(RTCMRevision.RTCM_REV3);
        assertThat(told.msgs()).containsExactly(Octets.copyOf(MESSAGE));
        assertThat(told.timeStamp()).isEqualTo(59 * 1440 + 8 * 60 + 15);
    }

    @Test
    void countsItsMessages() throws UnspeakableException {
        assertThat(message.of(corrections(MESSAGE)).msgCnt()).isZero();
        assertThat(message.of(corrections(MESSAGE)).msgCnt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1024, 1029})
    void refusesWhatDoesNotFit(int length) {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> message.of(corrections(new byte[length])))
                .withMessageContaining("not " + length);
    }
}
