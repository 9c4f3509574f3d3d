package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.keys.Subject;
import org.junit.jupiter.api.Test;

/** Who the box is, by its profile and its certificate. */
class WhoTest {
    private static final Subject BOX = new Subject("box-17", "wuhan");
    private static final Subject CLAIM = new Subject("claim-0017", "wuhan");

    @Test
    void aBoxIsCalledAsItsProfileSays() {
        assertThat(Who.of("wuhan", "box-17", BOX)).isEqualTo(new Who("wuhan", "box-17", false));
        assertThat(Who.of("wuhan", "box-17", Subject.NOBODY)).isEqualTo(new Who("wuhan", "box-17", false));
        assertThat(Who.of("wuhan", "box-18", BOX)).isEqualTo(new Who("wuhan", "box-18", false));
    }

    @Test
    void aClaimIsWhatItsCertificateSaysWhateverTheProfileSays() {
        assertThat(Who.of("default", "unset", CLAIM)).isEqualTo(new Who("wuhan", "claim-0017", true));
        assertThat(Who.of("default", "box-17", CLAIM)).isEqualTo(new Who("wuhan", "claim-0017", true));
    }

    @Test
    void aClaimWithoutATenantHasThatOfTheProfile() {
        assertThat(Who.of("hefei", "unset", new Subject("claim-0017", "")))
                .isEqualTo(new Who("hefei", "claim-0017", true));
    }

    @Test
    void aProfileWithoutANameIsThatOfTheCertificate() {
        assertThat(Who.of("default", "unset", BOX)).isEqualTo(new Who("wuhan", "box-17", false));
        assertThat(Who.of("default", "claim-0017", BOX)).isEqualTo(new Who("wuhan", "box-17", false));
    }

    @Test
    void withoutACertificateItIsCalledAsItsProfileSays() {
        assertThat(Who.of("default", "unset", Subject.NOBODY)).isEqualTo(new Who("default", "unset", false));
    }
}
