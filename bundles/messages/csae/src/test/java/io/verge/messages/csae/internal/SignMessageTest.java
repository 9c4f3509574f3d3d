package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.SignAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.Description;
import io.verge.messages.csae.edition2020.RSITimeDetails;
import io.verge.messages.csae.edition2020.RTSData;
import io.verge.messages.csae.edition2020.RoadSideInformation;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignMessageTest {
    private static final Instant NOW = Crossing.TIME;
    private static final int MINUTE = 59 * 1440 + 8 * 60 + 15;

    private final CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);

    private static SignAnnouncement sign(String id, int type, String text, double value, @Nullable Instant until) {
        return new SignAnnouncement(
                NOW, Stamps.NONE, id, type, text, value, new Position(5, 60, 0), List.of(12), NOW, until);
    }

    private RTSData spoken(SignAnnouncement sign) throws UnspeakableException {
        RoadSideInformation rsi = Spoken.rsi(set, sign);
        assertThat(rsi.rtes()).isNull();
        assertThat(rsi.rtss()).hasSize(1);
        return Objects.requireNonNull(rsi.rtss()).get(0);
    }

    @Test
    void saysItsTypePlaceAndLanes() throws UnspeakableException {
        RTSData told = spoken(sign("s", 38, "", Double.NaN, null));
        assertThat(told.signType()).isEqualTo(38);
        assertThat(told.signPos()).isNotNull();
        assertThat(told.referencePaths()).hasSize(1);
        assertThat(told.referenceLinks()).hasSize(1);
        assertThat(told.priority()).isNull();
    }

    @Test
    void saysASpeedLimitInKilometresPerHour() throws UnspeakableException {
        assertThat(spoken(sign("s", 85, "", 60 / 3.6, null)).description()).isEqualTo(new Description.TextString("60"));
    }

    @Test
    void saysChineseInGb2312() throws UnspeakableException {
        assertThat(spoken(sign("s", 38, "施工", Double.NaN, null)).description())
                .isEqualTo(new Description.TextGB2312(Octets.ofHex("CAA9B9A4")));
    }

    @Test
    void standsUntilItsEnd() throws UnspeakableException {
        assertThat(spoken(sign("s", 38, "", Double.NaN, NOW.plus(Duration.ofHours(1))))
                        .timeDetails())
                .isEqualTo(new RSITimeDetails(MINUTE, MINUTE + 61, null));
        assertThat(spoken(sign("s", 38, "", Double.NaN, null)).timeDetails())
                .isEqualTo(new RSITimeDetails(MINUTE, null, null));
    }

    @Test
    void hasANumberOfItsOwn() throws UnspeakableException {
        int one = spoken(sign("one", 38, "", Double.NaN, null)).rtsId();
        int other = spoken(sign("other", 38, "", Double.NaN, null)).rtsId();
        assertThat(spoken(sign("one", 39, "", Double.NaN, null)).rtsId())
                .isEqualTo(one)
                .isNotEqualTo(other);
    }

    @Test
    void refusesATextThatItCannotWrite() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> spoken(sign("s", 38, "Größe", Double.NaN, null)))
                .withMessageContaining("GB 2312");
    }

    @Test
    void refusesATypeThatIsNone() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> spoken(sign("s", -1, "", Double.NaN, null)))
                .withMessageContaining("-1");
    }
}
