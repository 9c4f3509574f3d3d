package io.verge.trust.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which paths a delegation covers. */
class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "bundles/com.example.*, bundles/com.example.radar-1.0.0.jar, true",
        "bundles/com.example.*, bundles/com.example.a/b.jar, false",
        "bundles/com.example.*, bundles/com.examples-1.jar, false",
        "bundles/com.example.*, bundles/io.verge.gate-1.jar, false",
        "bundles/com.example.*, x/bundles/com.example.a, false",
        "*, a, true",
        "*, a/b, false",
        "*/b, a/b, true",
        "*/*, a/b, true",
        "a/*/c, a/b/c, true",
        "a/*/c, a/b/b/c, false",
        "a?c, abc, true",
        "a?c, a/c, false",
        "a*b*c, aXbYbZc, true",
        "a*b*c, aXbYbZ, false",
        "**, ab, true",
        "a, a, true",
        "a, A, false",
        "a, ab, false"
    })
    void aStarEndsAtASlash(String pattern, String path, boolean matches) {
        assertThat(new PathPattern(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void nothingMatchesAnEmptyPattern() {
        assertThat(new PathPattern("").matches("a")).isFalse();
    }

    @Test
    void aPatternThatWantsToTakeLongDoesNot() {
        PathPattern pattern = new PathPattern("a*".repeat(500) + "b");

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(pattern.matches("a".repeat(2_000)))
                .isFalse());
    }
}
