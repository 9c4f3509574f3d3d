package io.verge.messages.sae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.message.MessageKind;
import io.verge.api.scene.RoadEvent;
import io.verge.api.time.Stamps;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.lang.annotation.Annotation;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Pattern COMMA = Pattern.compile(",");

    /** With identifiers that are separated by commas. */
    private record Config(int edition, String psids, String rsu, int octets, String codes) implements SaeConfig {
        @Override
        public String[] psid() {
            return split(psids);
        }

        @Override
        public String[] itis() {
            return split(codes);
        }

        private static String[] split(String text) {
            return text.isEmpty() ? new String[0] : COMMA.splitAsStream(text).toArray(String[]::new);
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SaeConfig.class;
        }
    }

    private static Settings settings(int edition, String rsu, String... psids) {
        return Settings.of(new Config(edition, String.join(",", psids), rsu, 1400, ""), "wuhan-0417");
    }

    @Test
    void readsServiceIdentifiersOverTheUsualOnes() {
        Settings settings = settings(2016, "", "MAP=0xE0000017", "sdsm = 16");
        assertThat(settings.psid(MessageKind.MAP)).isEqualTo(0xE0000017);
        assertThat(settings.psid(MessageKind.SDSM)).isEqualTo(16);
        assertThat(settings.psid(MessageKind.SPAT)).isEqualTo(0x8002);
        assertThat(settings.psid(MessageKind.SSM)).isEqualTo(0x8002);
        assertThat(settings.psid(MessageKind.TIM)).isEqualTo(0x8003);
        assertThat(settings.psid(MessageKind.RTCM)).isEqualTo(0x8000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPAT", "SPAT=", "SPAT=x", "SPAT=-1", "SPAT=0x100000000", "CAR=1", "=1"})
    void refusesWhatIsNoServiceIdentifier(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(2016, "", entry))
                .withMessageContaining("psid: '" + entry + "' is not KIND=number");
    }

    @Test
    void theRsuIsTheEndOfItsName() {
        assertThat(settings(2016, "rsu_1234").rsu()).isEqualTo(Octets.ofHex("31323334"));
        assertThat(settings(2016, "7").rsu()).isEqualTo(Octets.ofHex("37000000"));
        assertThat(settings(2016, "").rsu()).isEqualTo(Octets.ofHex("30343137")); // 0417
    }

    @Test
    void refusesWhatIsNotAscii() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(2016, "路口"))
                .withMessage("rsu: '路口' is not of ASCII characters");
    }

    @Test
    void refusesAnotherEdition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(2009, ""))
                .withMessage("edition: 2009 is not 2016, 2020 or 2024");
    }

    @Test
    void readsItisCodesOverTheUsualOnes() {
        Config config = new Config(2016, "", "", 1400, "weather = 5378 7169,CONGESTION=258");
        Itis itis = Settings.of(config, "box").itis();
        assertThat(itis.of(RoadEvent.Kind.WEATHER)).containsExactly(5378, 7169);
        assertThat(itis.of(RoadEvent.Kind.CONGESTION)).containsExactly(258);
        assertThat(itis.of(RoadEvent.Kind.WRONG_WAY)).containsExactly(1793);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEATHER", "WEATHER=", "WEATHER=x", "WEATHER=65536", "RAIN=1", "ANIMAL=1 2 3 4 5 6 7 8 9"})
    void refusesWhatIsNoItisCode(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Itis.with(entry))
                .withMessageContaining("itis: '" + entry + "' is not KIND=codes");
    }

    @Test
    void comesWithItsConfigurationAndItsSite() throws Exception {
        SaeMessageSet set = new SaeMessageSet(new Config(2016, "MAP=5", "", 1400, ""), Crossing.site(Crossing.map()));
        assertThat(set.name()).isEqualTo("sae");
        assertThat(set.encode(new MapAnnouncement(Crossing.TIME, Stamps.received(3), Crossing.map())))
                .singleElement()
                .satisfies(frame -> {
                    assertThat(frame.application()).isEqualTo(5);
                    assertThat(frame.set()).isEqualTo("sae");
                    assertThat(frame.kind()).isEqualTo(MessageKind.MAP);
                    assertThat(frame.time()).isEqualTo(Crossing.TIME);
                    assertThat(frame.stamps()).isEqualTo(Stamps.received(3));
                });
    }
}
