package io.verge.driver.gnss.nmea.internal;

import static io.verge.driver.gnss.nmea.internal.Heard.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Wgs84;
import io.verge.api.observation.PositionFix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NmeaDecoderTest {
    /** An example that is in every introduction to NMEA, with its well-known checksum. */
    private static final String TEXTBOOK = "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n";

    private static final String GGA = "GNGGA,080000.00,3030.0000,N,11418.0000,E,1,14,0.80,34.5,M,-13.5,M,,";
    private static final String RMC = "GNRMC,080000.00,A,3030.0000,N,11418.0000,E,0.02,,010326,,,A,V";

    private final Heard heard = new Heard();

    @Test
    void readsATextbookSentence() {
        Wgs84 place = heard.take(TEXTBOOK).only().position();
        assertThat(place.latitude()).isCloseTo(48.1173, within(1e-6));
        assertThat(place.longitude()).isCloseTo(11.516667, within(1e-6));
    }

    @Test
    void givesTheElevationAboveTheEllipsoid() {
        heard.take(sentence(GGA));
        assertThat(heard.only().position().elevation()).isEqualTo(21);
    }

    @Test
    void takesTheHeightAsItIsWhereTheGeoidIsNotKnown() {
        heard.take(sentence(GGA.replace("-13.5", "")));
        assertThat(heard.only().position().elevation()).isEqualTo(34.5);
    }

    @ParameterizedTest
    @CsvSource({"N, E, 30.5, 114.3", "S, W, -30.5, -114.3"})
    void knowsTheFourQuarters(String north, String east, double latitude, double longitude) {
        heard.take(sentence(GGA.replace(",N,", "," + north + ",").replace(",E,", "," + east + ",")));
        assertThat(heard.only().position().latitude()).isEqualTo(latitude);
        assertThat(heard.only().position().longitude()).isEqualTo(longitude);
    }

    @Test
    void estimatesTheErrorByTheDilutionOfPrecision() {
        assertThat(heard.take(sentence(GGA)).only().error()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.00", "good"})
    void doesNotGuessAnErrorThatTheReceiverDoesNotTell(String hdop) {
        heard.take(sentence(GGA.replace("0.80", hdop)));
        assertThat(heard.only().error()).isNaN();
    }

    @Test
    void isTrueWhenItArrives() {
        PositionFix fix = heard.take(sentence(GGA)).only();
        assertThat(fix.sensedAt()).isEqualTo(Heard.ARRIVAL.time());
        assertThat(fix.stamps()).isEqualTo(Heard.ARRIVAL.stamps());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GP", "GN", "GL", "GA", "GB", "BD"})
    void hearsAllSatelliteSystems(String talker) {
        heard.take(sentence(talker + GGA.substring(2)));
        assertThat(heard.fixes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "7", "8"})
    void takesNothingThatWasNotMeasuredForAFix(String quality) {
        heard.take(sentence(GGA.replace("E,1,", "E," + quality + ",")));
        assertThat(heard.fixes).isEmpty();
        assertThat(heard.count("noFix")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GNGGA,080000.00,,,,,0,00,99.99,,,,,,",
                "GNGGA,080000.00,3030.0000,N,11418.0000,E,1,03,2.80,,M,,M,,"
            })
    void needsAFixWithAHeight(String body) {
        heard.take(sentence(body));
        assertThat(heard.fixes).isEmpty();
        assertThat(heard.count("noFix")).isEqualTo(1);
    }

    @Test
    void tellsHowGoodTheFixIs() {
        heard.take(sentence(GGA.replace("E,1,", "E,4,")));
        assertThat(heard.decoder.facts())
                .containsEntry("fix", "RTK fixed")
                .containsEntry("satellites", "14")
                .containsEntry("hdop", "0.80");
    }

    @Test
    void repeatsNoOctetsThatAreNoNumber() {
        heard.take(sentence(GGA.replace(",14,", ",\u001b[2J,")));
        assertThat(heard.decoder.facts()).containsEntry("satellites", "");
    }

    @Test
    void tellsHowFarTheBoxsClockIsFromTheReceivers() {
        heard.take(sentence(RMC));
        assertThat(heard.decoder.facts())
                .containsEntry("utc", "2026-03-01T08:00:00Z")
                .containsEntry("clockOffset", "250 ms");
    }

    @Test
    void forgetsATimeThatTheReceiverNoLongerTrusts() {
        heard.take(sentence(RMC)).take(sentence("GNRMC,080001.00,V,,,,,,,010326,,,N,V"));
        assertThat(heard.decoder.facts()).doesNotContainKeys("utc", "clockOffset");
        assertThat(heard.count("badSentences")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GNGGA,080000.00,3030.0000,N,11418.0000,E,1,14",
                "GNGGA,080000.00,3030.0000,N,11418.0000,E,,14,0.80,34.5,M,-13.5,M,,",
                "GNGGA,080000.00,3030.0000,N,11418.0000,E,9,14,0.80,34.5,M,-13.5,M,,",
                "GNGGA,080000.00,3060.0000,N,11418.0000,E,1,14,0.80,34.5,M,-13.5,M,,",
                "GNGGA,080000.00,9000.0001,N,11418.0000,E,1,14,0.80,34.5,M,-13.5,M,,",
                "GNGGA,080000.00,3030.0000,E,11418.0000,N,1,14,0.80,34.5,M,-13.5,M,,",
                "GNGGA,080000.00,3030.0000,N,18000.0001,E,1,14,0.80,34.5,M,-13.5,M,,",
                "GNGGA,080000.00,3030.0000,N,1418.0000,E,1,14,0.80,34.5,M,-13.5,M,,",
                "GNGGA,080000.00,,N,11418.0000,E,1,14,0.80,34.5,M,-13.5,M,,",
                "GNGGA,080000.00,3030.0000,N,11418.0000,E,1,14,0.80,high,M,-13.5,M,,",
                "GNGGA,080000.00,3030.0000,N,11418.0000,E,1,14,0.80,34.5,M,NaN,M,,",
                "GNRMC,080000.00,,3030.0000,N,11418.0000,E,0.02,,010326,,,A",
                "GNRMC,080000.00,A,3030.0000,N,11418.0000,E,0.02,,300226,,,A",
                "GNRMC,246060.00,A,3030.0000,N,11418.0000,E,0.02,,010326,,,A",
                "GNRMC,080000.00,A,3030.0000,N"
            })
    void leavesASentenceWithABadFieldOut(String body) {
        heard.take(sentence(body)).take(TEXTBOOK);
        assertThat(heard.fixes).hasSize(1);
        assertThat(heard.count("badSentences")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*48\r\n",
                "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,\r\n",
                "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*4\r\n",
                "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*+7\r\n",
                "$*\r\n",
                "$\r\n"
            })
    void leavesASentenceWithoutItsChecksumOut(String line) {
        heard.take(line).take(TEXTBOOK);
        assertThat(heard.fixes).hasSize(1);
        assertThat(heard.count("badChecksum")).isEqualTo(1);
    }

    @Test
    void takesAChecksumInSmallLetters() {
        String line = sentence(GGA.replace("0.80", "8.80"));
        assertThat(line).endsWith("*5A\r\n");
        heard.take(line.replace("5A", "5a"));
        assertThat(heard.fixes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GNGSA,A,3,,,,,,,,,,,,,1.5,0.8,1.2", "PUBX,00,080000.00", "SDDBT,,f,22.5,M,,F", "IIGGA,1", ""})
    void countsWhatItDoesNotKnow(String body) {
        heard.take(sentence(body));
        assertThat(heard.count("unknownSentences")).isEqualTo(1);
        assertThat(heard.count("badSentences")).isZero();
    }

    @Test
    void passesOverWhatIsBetweenSentences() {
        heard.take("08,0.9,545.4*00\r\n")
                .take(TEXTBOOK)
                .take("\u00b5b\u0001\u0007\n\n")
                .take(TEXTBOOK);
        assertThat(heard.fixes).hasSize(2);
        assertThat(heard.count("badSentences") + heard.count("badChecksum")).isZero();
    }

    @Test
    void losesOnlyTheSentenceWhoseEndIsMissing() {
        heard.take(TEXTBOOK.substring(0, 30)).take(TEXTBOOK);
        assertThat(heard.fixes).hasSize(1);
        assertThat(heard.count("badSentences")).isEqualTo(1);
    }

    @Test
    void givesUpALineThatDoesNotEnd() {
        heard.take("$GPGGA" + "1".repeat(60_000) + "\r\n").take(TEXTBOOK);
        assertThat(heard.fixes).hasSize(1);
        assertThat(heard.count("badSentences")).isEqualTo(1);
    }

    @Test
    void takesALineOfTheGreatestLength() {
        int fill = NmeaDecoder.MAX_LINE - sentence(GGA).strip().length();
        heard.take(sentence(GGA + "0".repeat(fill))).take(sentence(GGA + "0".repeat(fill + 1)));
        assertThat(heard.fixes).hasSize(1);
        assertThat(heard.count("badSentences")).isEqualTo(1);
    }

    @Test
    void forgetsHalfASentenceOfTheConnectionBefore() {
        heard.take(TEXTBOOK.substring(0, 30));
        heard.decoder.reset();
        heard.take(TEXTBOOK.substring(30)).take(TEXTBOOK);
        assertThat(heard.fixes).hasSize(1);
        assertThat(heard.count("badSentences") + heard.count("badChecksum")).isZero();
    }

    @Test
    void readsASessionOfSeveralSeconds() throws IOException {
        heard.take(Files.readAllBytes(Path.of("src/test/resources/session.nmea")));
        assertThat(heard.fixes).hasSize(5);
        assertThat(heard.count("noFix")).isEqualTo(2);
        assertThat(heard.count("badChecksum")).isEqualTo(1);
        assertThat(heard.count("badSentences")).isZero();
    }

    @Property(tries = 200)
    void doesNotMindHowTheOctetsArePacked(@ForAll @IntRange(min = 1, max = 40) int piece) {
        byte[] octets = (TEXTBOOK + sentence(RMC) + sentence(GGA)).getBytes(StandardCharsets.US_ASCII);
        Heard pieces = new Heard();
        for (int at = 0; at < octets.length; at += piece) {
            pieces.take(Arrays.copyOfRange(octets, at, Math.min(octets.length, at + piece)));
        }
        assertThat(pieces.fixes).isEqualTo(new Heard().take(octets).fixes).hasSize(2);
    }

    @Property(tries = 500)
    void survivesAnyOctets(@ForAll byte[] octets) {
        assertThat(new Heard().take(octets).fixes).isEmpty();
    }

    @Property(tries = 1000)
    void survivesAnyFields(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int changes) {
        Random random = new Random(seed);
        StringBuilder body = new StringBuilder(random.nextBoolean() ? GGA : RMC);
        for (int i = 0; i < changes; i++) {
            body.setCharAt(5 + random.nextInt(body.length() - 5), ",.-+ 0123456789ENWSAVe".charAt(random.nextInt(22)));
        }
        Heard changed = new Heard().take(sentence(body.toString())).take(TEXTBOOK);
        assertThat(changed.fixes).hasSizeBetween(1, 2);
        assertThat(changed.count("badChecksum")).isZero();
    }
}
