package io.verge.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({"baud,baud,0", "baud,bauds,1", "baud,bud,1", "baud,buad,1", "baud,band,1", "ca,abc,3", "'',abc,3"})
    void countsErrorsOfTyping(String a, String b, int errors) {
        assertThat(Names.distance(a, b, 9)).isEqualTo(errors);
    }

    @Property
    void countsTheSameBothWays(
            @ForAll @AlphaChars @StringLength(max = 8) String a, @ForAll @AlphaChars @StringLength(max = 8) String b) {
        assertThat(Names.distance(a, b, 99)).isEqualTo(Names.distance(b, a, 99));
    }

    @Test
    void findsTheNearestName() {
        assertThat(Names.nearest("radar-ti-mmwav", List.of("radar-wayv", "radar-ti-mmwave")))
                .contains("radar-ti-mmwave");
    }

    @Test
    void findsANameInOtherLetters() {
        assertThat(Names.nearest("Baud", List.of("port", "baud"))).contains("baud");
    }

    @Test
    void allowsFewErrorsInAShortName() {
        assertThat(Names.nearest("sae", List.of("csae"))).contains("csae");
        assertThat(Names.nearest("sae", List.of("etsi"))).isEmpty();
        assertThat(Names.nearest("3", List.of("1"))).isEmpty();
    }

    @Test
    void findsTheEndOfANestedName() {
        assertThat(Names.nearest("azimuth", List.of("port", "mount.azimuth"))).contains("mount.azimuth");
    }

    @Test
    void doesNotWonderAboutALongText() {
        assertThat(Names.nearest("a".repeat(65), List.of("a".repeat(64)))).isEmpty();
    }
}
