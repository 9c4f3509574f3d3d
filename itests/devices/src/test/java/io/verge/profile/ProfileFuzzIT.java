package io.verge.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.itests.devices.Seeds;
import io.verge.profile.internal.Drivers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A profile, against what the drivers say of themselves. Whatever it holds: the check ends with problems that fit on a
 * terminal, or with configurations of values that the Configuration Admin Service takes.
 */
class ProfileFuzzIT {
    private static final Path NOWHERE = Path.of("/nowhere");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 1_500;
    private static final int MOST_PROBLEMS = 201;

    static Stream<Arguments> yaml() {
        return new Seeds()
                        .add(List.of(
                                """
                        box: {id: wuhan-0417, tenant: wuhan, latitude: 30.5, longitude: 114.3, elevation: 21.0}
                        devices:
                          radar-ne: {driver: radar-ti-mmwave, port: /dev/ttyUSB1, mount: {east: 28, north: 28, up: 6, azimuth: 225}}
                          signal:   {driver: signal-tscbm, listen: 6053, groups: {1: 1, 2: 4}}
                          rsu:      {driver: radio-rsu41, address: "10.0.0.7:1516", psid: {SPAT: 0x8002}}
                        """,
                                """
                        box:
                          id: a
                          latitude: -.5e1
                          longitude: 0o17
                        devices:
                          'cam': {driver: camera-must, listen: 1, mount.east: 1, mount.north: 2, mount.up: 3}
                          film: {driver: recording, file: |-
                              a }
                        apps: ~
                        """,
                                "? [a]\n: &b !!int \"\\x41\\u0042\"\n--- *b\n...\n",
                                "#" + "x".repeat(1023) + "\uD83D\uDE00" + "x".repeat(1100),
                                "box: {id: x, id: y}\nmap: >\n  a\n  b\n\nmessages: [sae]\nperception: 1\n"))
                        .stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void yaml(byte[] input) {
        ProfileCheck.Result result = Against.DRIVERS.check(input, NOWHERE);
        long lines = lines(input);
        assertThat(result.problems()).hasSizeLessThanOrEqualTo(MOST_PROBLEMS);
        for (Problem problem : result.problems()) {
            assertThat((long) problem.line()).isBetween(0L, lines);
            assertThat(problem.in("p")).hasSizeLessThan(LONGEST);
            assertThat(CONTROL.matcher(problem.in("p")).find()).isFalse();
        }
        result.profile().configurations().values().forEach(properties -> properties
                .values()
                .forEach(ProfileFuzzIT::assertPlain));
        if (result.good()) {
            assertThat(result.profile().configurations()).isNotEmpty();
        }
    }

    /** Not made before the first profile: see junit-platform.properties. */
    private static final class Against {
        static final ProfileCheck DRIVERS = new ProfileCheck(Drivers.catalogue());

        private Against() {}
    }

    private static void assertPlain(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(item -> assertThat(item).isInstanceOfAny(String.class, Number.class, Boolean.class));
        } else {
            assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class, Character.class);
        }
    }

    /** An upper bound: each octet that is a part of what YAML may take for the end of a line begins one. */
    private static long lines(byte[] input) {
        long lines = 2;
        for (byte octet : input) {
            lines += octet == '\n' || octet == '\r' || octet < 0 ? 1 : 0;
        }
        return lines;
    }
}
