package io.verge.cloud.internal.identity;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.verge.cloud.internal.keys.BoxKey;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.TestAuthority;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which certificates the box takes: those that it asked for, and no other, whoever sends them. */
class AcceptanceTest {
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(20));
    private static final Instant LATER = NOW.plus(Duration.ofDays(90));
    private static final TestAuthority AUTHORITY = new TestAuthority("authority", NOW);
    private static final TestAuthority STRANGER = new TestAuthority("authority", NOW);
    private static final String BOX = "CN=box-17,O=wuhan";

    private final KeyPair waiting = BoxKey.generate();

    private Acceptance asked(String subject, String named) {
        Identity present = AUTHORITY.identity(subject, NOW.minus(Duration.ofDays(70)), END);
        return new Acceptance(waiting.getPublic(), present, List.of(AUTHORITY.certificate()), named, NOW);
    }

    private List<X509Certificate> issued(String subject) {
        return AUTHORITY.issue(subject, waiting.getPublic(), NOW.minusSeconds(60), LATER);
    }

    private static void assertRefused(Acceptance acceptance, List<X509Certificate> chain, String why) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> acceptance.check(chain))
                .withMessageContaining(why);
    }

    @Test
    void whatWasAskedForIsTaken() {
        assertThatNoException().isThrownBy(() -> asked(BOX, "box-17").check(issued(BOX)));
    }

    @Test
    void forAnotherKey() {
        List<X509Certificate> other = AUTHORITY.issue(BOX, BoxKey.generate().getPublic(), NOW.minusSeconds(60), LATER);

        assertRefused(asked(BOX, "box-17"), other, "another key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"CN=box-18,O=wuhan", "CN=box-17,O=hefei", "CN=box-17", "CN=box-17,OU=operator,O=wuhan"})
    void ofAnother(String subject) {
        assertRefused(asked(BOX, "box-17"), issued(subject), "another than this box");
    }

    @Test
    void withoutItsAuthority() {
        assertRefused(asked(BOX, "box-17"), issued(BOX).subList(0, 1), "does not follow");
    }

    @Test
    void ofAnAuthorityThatIsNotTrusted() {
        List<X509Certificate> other = STRANGER.issue(BOX, waiting.getPublic(), NOW.minusSeconds(60), LATER);

        assertRefused(asked(BOX, "box-17"), other, "not one that the box trusts");
    }

    @Test
    void signedByAnotherThanTheOneThatFollows() {
        X509Certificate other = STRANGER.issue(BOX, waiting.getPublic(), NOW.minusSeconds(60), LATER)
                .get(0);

        assertRefused(asked(BOX, "box-17"), List.of(other, AUTHORITY.certificate()), "not valid");
    }

    @Test
    void withoutAListOfTheProfileTheAuthorityOfThePresentOneCounts() {
        Acceptance asked = asked(BOX, "box-17");
        Acceptance unlisted = new Acceptance(asked.key(), asked.present(), List.of(), "box-17", NOW);
        List<X509Certificate> other = STRANGER.issue(BOX, waiting.getPublic(), NOW.minusSeconds(60), LATER);

        assertThatNoException().isThrownBy(() -> unlisted.check(issued(BOX)));
        assertRefused(unlisted, other, "not one that the box trusts");
    }

    @Test
    void thatHasEnded() {
        Acceptance late = new Acceptance(
                waiting.getPublic(),
                asked(BOX, "box-17").present(),
                List.of(AUTHORITY.certificate()),
                "box-17",
                LATER.plusSeconds(1));

        assertRefused(late, issued(BOX), "not valid");
    }

    @Test
    void thatEndsNoLaterThanThePresentOne() {
        List<X509Certificate> shorter = AUTHORITY.issue(BOX, waiting.getPublic(), NOW.minusSeconds(60), END);

        assertRefused(asked(BOX, "box-17"), shorter, "not later than the present one");
    }

    @Test
    void whatBeginsInTheFutureOfALateClockHasBegun() {
        List<X509Certificate> early = AUTHORITY.issue(BOX, waiting.getPublic(), NOW.plusSeconds(3_600), LATER);

        assertThatNoException().isThrownBy(() -> asked(BOX, "box-17").check(early));
    }

    @Test
    void aClaimTakesAnyNameOfItsTenant() {
        assertThatNoException()
                .isThrownBy(() -> asked("CN=claim-0017,O=wuhan", "unset").check(issued(BOX)));
        assertThatNoException()
                .isThrownBy(() -> asked("CN=claim-0017", "claim-0017").check(issued(BOX)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN=box-17,O=hefei | of the tenant hefei",
                "CN=claim-0018,O=wuhan | no name",
                "CN=unset,O=wuhan | no name",
                "CN=li.wei,O=wuhan | no name"
            })
    void aClaimDoesNotTake(String subject, String why) {
        assertRefused(asked("CN=claim-0017,O=wuhan", "unset"), issued(subject), why);
    }

    @Test
    void aClaimTakesNoOtherNameThanTheProfileHas() {
        assertRefused(asked("CN=claim-0017,O=wuhan", "box-18"), issued(BOX), "the profile calls it box-18");
    }
}
