package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.message.MessageKind;
import io.verge.api.scene.RoadEvent;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
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
    private record Config(int edition, String aids, String rsu, int participants, boolean self, String eventTypes)
            implements CsaeConfig {
        @Override
        public String[] aid() {
            return split(aids);
        }

        @Override
        public String[] eventType() {
            return split(eventTypes);
        }

        private static String[] split(String text) {
            return text.isEmpty() ? new String[0] : COMMA.splitAsStream(text).toArray(String[]::new);
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return CsaeConfig.class;
        }
    }

    private static Settings settings(int edition, String rsu, String... aids) {
        return Settings.of(new Config(edition, String.join(",", aids), rsu, 255, true, ""), "wuhan-0417");
    }

    @Test
    void readsApplicationIdentifiersOverTheUsualOnes() {
        Settings settings = settings(2020, "", "SPAT=3618", "rsm = 0x6f");
        assertThat(settings.aid(MessageKind.SPAT)).isEqualTo(3618);
        assertThat(settings.aid(MessageKind.RSM)).isEqualTo(111);
        assertThat(settings.aid(MessageKind.MAP)).isEqualTo(112);
        assertThat(settings.aid(MessageKind.RSI)).isEqualTo(115);
        assertThat(settings.aid(MessageKind.RSC)).as("not known").isZero();
        assertThat(settings.edition()).isEqualTo(CsaeEdition.EDITION_2020);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPAT", "SPAT=", "SPAT=x", "SPAT=-1", "SPAT=270549120", "CAR=1", "=1"})
    void refusesWhatIsNoApplicationIdentifier(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(2020, "", entry))
                .withMessageContaining("aid: '" + entry + "' is not KIND=number");
    }

    @Test
    void fillsTheNameOfTheRsuUpWithZeros() {
        assertThat(settings(2019, "12345").rsu()).isEqualTo(Octets.ofHex("3132333435000000"));
    }

    @Test
    void isNamedAfterTheBoxElse() {
        assertThat(settings(2019, "").rsu()).isEqualTo(Octets.ofHex("68616E2D30343137")); // han-0417
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", "路口"})
    void refusesANameThatDoesNotFit(String rsu) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(2020, rsu))
                .withMessageContaining("is not 1 to 8 ASCII characters");
    }

    @Test
    void refusesAnotherEdition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(2017, ""))
                .withMessage("edition: 2017 is not 2019 or 2020");
    }

    @Test
    void readsEventTypesOverTheUsualOnes() {
        Config config = new Config(2020, "", "", 255, true, "weather = 302,COLLISION_RISK=910");
        EventCodes types = Settings.of(config, "box").eventTypes();
        assertThat(types.of(RoadEvent.Kind.WEATHER)).isEqualTo(302);
        assertThat(types.of(RoadEvent.Kind.COLLISION_RISK)).isEqualTo(910);
        assertThat(types.of(RoadEvent.Kind.CONGESTION)).isEqualTo(707);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEATHER", "WEATHER=x", "WEATHER=-1", "WEATHER=65536", "RAIN=1", "=1"})
    void refusesWhatIsNoEventType(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodes.with(entry))
                .withMessageContaining("eventType: '" + entry + "' is not KIND=number");
    }

    @Test
    void comesWithItsConfigurationAndItsSite() throws Exception {
        CsaeMessageSet set =
                new CsaeMessageSet(new Config(2020, "MAP=5", "", 255, true, ""), Crossing.site(Crossing.map()));
        assertThat(set.name()).isEqualTo("csae");
        assertThat(set.encode(new MapAnnouncement(Crossing.TIME, Stamps.NONE, Crossing.map())))
                .singleElement()
                .satisfies(frame -> {
                    assertThat(frame.application()).isEqualTo(5);
                    assertThat(frame.set()).isEqualTo("csae");
                    assertThat(frame.kind()).isEqualTo(MessageKind.MAP);
                });
    }
}
