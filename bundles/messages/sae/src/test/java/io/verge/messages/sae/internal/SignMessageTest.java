package io.verge.messages.sae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.SignAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.time.Stamps;
import io.verge.messages.sae.j2735.GenericSignageItemItem;
import io.verge.messages.sae.j2735.ITIScodesAndTextItemItem;
import io.verge.messages.sae.j2735.SpeedLimitItemItem;
import io.verge.messages.sae.j2735.TravelerDataFrame;
import io.verge.messages.sae.j2735.TravelerDataFrameContent;
import io.verge.messages.sae.j2735.TravelerInfoType;
import io.verge.messages.sae.j2735.TravelerInformation;
import io.verge.testkit.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignMessageTest {
    private static final Instant NOW = Crossing.TIME;

    private final SaeMessageSet set = Spoken.set(2016);

    private static SignAnnouncement sign(
            int code, String text, double value, List<Integer> lanes, @Nullable Instant until) {
        return new SignAnnouncement(
                NOW,
                Stamps.NONE,
                "sign",
                code,
                text,
                value,
                new Position(5, 60, 0),
                lanes,
                NOW.minusSeconds(11),
                until);
    }

    private TravelerDataFrame frame(SignAnnouncement sign) throws UnspeakableException {
        return Spoken.only(set, sign, TravelerInformation.class).dataFrames().get(0);
    }

    @Test
    void saysASpeedLimitInMilesPerHour() throws UnspeakableException {
        TravelerDataFrame frame = frame(sign(268, "", 13.4112, List.of(), null));
        assertThat(frame.frameType()).isEqualTo(TravelerInfoType.ROAD_SIGNAGE);
        assertThat(((TravelerDataFrameContent.SpeedLimitValue) frame.content()).value())
                .extracting(item -> item.item())
                .containsExactly(
                        new SpeedLimitItemItem.Itis(268),
                        new SpeedLimitItemItem.Itis(12_574),
                        new SpeedLimitItemItem.Itis(8720));
    }

    @Test
    void saysAShortTextBesideTheCode() throws UnspeakableException {
        assertThat(((TravelerDataFrameContent.GenericSign)
                                frame(sign(771, "Bridge closed", Double.NaN, List.of(), null))
                                        .content())
                        .value())
                .extracting(item -> item.item())
                .containsExactly(
                        new GenericSignageItemItem.Itis(771), new GenericSignageItemItem.Text("Bridge closed"));
    }

    @Test
    void saysALongTextAsAnAdvisory() throws UnspeakableException {
        assertThat(((TravelerDataFrameContent.Advisory)
                                frame(sign(771, "Bridge closed until Monday", Double.NaN, List.of(), null))
                                        .content())
                        .value())
                .extracting(item -> item.item())
                .containsExactly(
                        new ITIScodesAndTextItemItem.Itis(771),
                        new ITIScodesAndTextItemItem.Text("Bridge closed until Monday"));
    }

    @Test
    void standsForGoodWithoutAnEnd() throws UnspeakableException {
        assertThat(frame(sign(771, "", Double.NaN, List.of(), null)).durationTime())
                .isEqualTo(32_000);
    }

    @Test
    void standsUntilItsEnd() throws UnspeakableException {
        Instant until = NOW.plus(Duration.ofMinutes(10));
        assertThat(frame(sign(771, "", Double.NaN, List.of(), until)).durationTime())
                .isEqualTo(11);
        assertThat(frame(sign(771, "", Double.NaN, List.of(), NOW)).durationTime())
                .isZero();
    }

    @Test
    void holdsOnItsLanes() throws UnspeakableException {
        assertThat(frame(sign(771, "", Double.NaN, List.of(21, 22), null)).regions())
                .hasSize(2);
    }

    @Test
    void isAtItsPlaceWhenItIsForAll() throws UnspeakableException {
        assertThat(frame(sign(771, "", Double.NaN, List.of(), null)).regions())
                .singleElement()
                .satisfies(region -> {
                    assertThat(region.anchor()).isNotNull();
                    assertThat(region.description()).isNull();
                });
    }

    @Test
    void refusesATextThatItCannotWrite() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(sign(771, "前方施工", Double.NaN, List.of(), null)))
                .withMessageContaining("IA5");
    }

    @Test
    void refusesACodeThatIsNone() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(sign(70_000, "", Double.NaN, List.of(), null)))
                .withMessageContaining("70000");
    }
}
