package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.message.MessageKind;
import io.verge.api.scene.RoadEvent;
import io.verge.api.time.Stamps;
import io.verge.messages.etsi.CpmEdition;
import io.verge.testkit.Crossing;
import java.lang.annotation.Annotation;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Pattern COMMA = Pattern.compile(",");

    /** With numbers that are separated by commas. */
    private record Config(
            long stationId,
            String versions,
            String ports,
            String dictionary,
            int leapSeconds,
            int octets,
            String causes)
            implements EtsiConfig {
        static Config of(long stationId, String versions, String ports) {
            return new Config(stationId, versions, ports, "2.1.1", 5, 1400, "");
        }

        @Override
        public String[] version() {
            return split(versions);
        }

        @Override
        public String[] port() {
            return split(ports);
        }

        @Override
        public String[] cause() {
            return split(causes);
        }

        private static String[] split(String text) {
            return text.isEmpty() ? new String[0] : COMMA.splitAsStream(text).toArray(String[]::new);
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return EtsiConfig.class;
        }
    }

    private static Settings settings(long stationId, String versions, String ports) {
        return Settings.of(Config.of(stationId, versions, ports), "vienna-0417");
    }

    @Test
    void readsNumbersOverTheUsualOnes() {
        Settings settings = settings(7, "SPAT=1", "cpm = 0x7d9,MAP=3003");
        assertThat(settings.stationId()).isEqualTo(7);
        assertThat(settings.version(MessageKind.SPAT)).isEqualTo(1);
        assertThat(settings.version(MessageKind.MAP)).isEqualTo(2);
        assertThat(settings.port(MessageKind.CPM)).isEqualTo(2009);
        assertThat(settings.port(MessageKind.MAP)).isEqualTo(3003);
        assertThat(settings.port(MessageKind.SPAT)).isEqualTo(2004);
        assertThat(settings.port(MessageKind.DENM)).isEqualTo(2002);
        assertThat(settings.port(MessageKind.SSM)).isEqualTo(2008);
        assertThat(settings.port(MessageKind.RTCM)).isEqualTo(2013);
    }

    @Test
    void aStationIsNamedAfterItsBox() {
        long station = settings(-1, "", "").stationId();
        assertThat(station)
                .isBetween(0L, 0xFFFF_FFFFL)
                .isEqualTo(settings(-1, "", "").stationId());
        assertThat(Settings.of(Config.of(-1, "", ""), "vienna-0418").stationId())
                .isNotEqualTo(station);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPAT", "SPAT=x", "SPAT=-1", "SPAT=65536", "CAM=2001"})
    void refusesWhatIsNoPort(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(7, "", entry))
                .withMessageContaining("port: '" + entry + "' is not KIND=number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPM=1", "DENM=1", "MAP=256"})
    void refusesAVersionThatCannotBe(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(7, entry, ""))
                .withMessageStartingWith("version: ");
    }

    @Test
    void refusesAStationThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(4_294_967_296L, "", ""))
                .withMessageStartingWith("stationId: 4294967296");
    }

    @Test
    void readsTheDictionary() {
        Config later = new Config(7, "", "", "2.4.1", 5, 1400, "");
        assertThat(Settings.of(later, "box").dictionary()).isEqualTo(CpmEdition.CDD_2_4_1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.of(new Config(7, "", "", "1.3.1", 5, 1400, ""), "box"))
                .withMessage("dictionary: '1.3.1' is not 2.1.1 or 2.4.1");
    }

    @Test
    void readsCausesOverTheUsualOnes() {
        Config config = new Config(7, "", "", "2.1.1", 5, 1400, "weather = 18/1,OVERSPEED=99");
        Causes causes = Settings.of(config, "box").causes();
        assertThat(causes.of(RoadEvent.Kind.WEATHER)).isEqualTo(new Causes.Cause(18, 1));
        assertThat(causes.of(RoadEvent.Kind.OVERSPEED)).isEqualTo(new Causes.Cause(99, 0));
        assertThat(causes.of(RoadEvent.Kind.WRONG_WAY)).isEqualTo(new Causes.Cause(14, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEATHER", "WEATHER=", "WEATHER=x/0", "WEATHER=256", "WEATHER=1/-1", "RAIN=1"})
    void refusesWhatIsNoCause(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Causes.with(entry))
                .withMessageContaining("cause: '" + entry + "' is not KIND=cause/subCause");
    }

    @Test
    void comesWithItsConfigurationAndItsSite() throws Exception {
        EtsiMessageSet set = new EtsiMessageSet(Config.of(7, "", "MAP=5"), Crossing.site(Crossing.map()));
        assertThat(set.name()).isEqualTo("etsi");
        assertThat(set.encode(new MapAnnouncement(Crossing.TIME, Stamps.received(3), Crossing.map())))
                .singleElement()
                .satisfies(frame -> {
                    assertThat(frame.application()).isEqualTo(5);
                    assertThat(frame.set()).isEqualTo("etsi");
                    assertThat(frame.kind()).isEqualTo(MessageKind.MAP);
                    assertThat(frame.time()).isEqualTo(Crossing.TIME);
                    assertThat(frame.stamps()).isEqualTo(Stamps.received(3));
                });
    }
}
