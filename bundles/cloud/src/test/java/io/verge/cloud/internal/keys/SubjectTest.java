package io.verge.cloud.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a certificate speaks of. */
class SubjectTest {
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final TestAuthority AUTHORITY = new TestAuthority("authority", NOW);

    private static Subject of(String name) {
        return AUTHORITY.identity(name, NOW, NOW.plusSeconds(60)).subject();
    }

    @Test
    void aBoxHasANameAndPerhapsATenant() {
        assertThat(of("CN=box-17,O=wuhan")).isEqualTo(new Subject("box-17", "wuhan"));
        assertThat(of("O=wuhan,CN=box-17")).isEqualTo(new Subject("box-17", "wuhan"));
        assertThat(of("CN=box-17")).isEqualTo(new Subject("box-17", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=li.wei,O=wuhan", "CN=box-17,OU=operator", "O=wuhan", "CN=box-17+O=wuhan", "CN=a,CN=b"})
    void whatHasAnotherFormSpeaksOfNobody(String name) {
        assertThat(of(name)).isEqualTo(Subject.NOBODY);
    }

    @Test
    void aClaimIsNoName() {
        assertThat(of("CN=claim-0017").isClaim()).isTrue();
        assertThat(Subject.isNoName("claim-0017")).isTrue();
        assertThat(Subject.isNoName("unset")).isTrue();
        assertThat(Subject.isNoName("box-17")).isFalse();
    }
}
