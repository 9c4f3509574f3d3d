package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.CloudReport;
import io.verge.api.cloud.IdentityReport;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of two troubles people are shown the one that needs them. */
class ToldTest {
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final IdentityReport IDENTITY = new IdentityReport("due", NOW);
    private static final Status OK = Status.of(State.OK, NOW);
    private static final Status AWAY = Status.of(State.DEGRADED, NOW, "unreachable", "no network", "wait");
    private static final Status LATE = Status.of(State.DEGRADED, NOW, "identity-expires", "it ends", "renew it");
    private static final Status OVER = Status.of(State.FAILED, NOW, "credentials", "it has ended", "enroll it");

    private static Status shown(Status session, Status certificate) {
        return new Told(certificate, IDENTITY).in(report(session)).status();
    }

    private static CloudReport report(Status session) {
        return new CloudReport(session, "", "", "online", 1, null, null, null, Map.of(), Map.of(), null, null);
    }

    @Test
    void theCertificatesWhileTheSessionStands() {
        assertThat(shown(OK, LATE)).isEqualTo(LATE);
    }

    @Test
    void theSessionsWhileItsOwnIsNearer() {
        assertThat(shown(AWAY, LATE)).isEqualTo(AWAY);
    }

    @Test
    void theCertificatesWhenItHasEnded() {
        assertThat(shown(AWAY, OVER)).isEqualTo(OVER);
    }

    @Test
    void whatIsKnownOfTheCertificateIsShownInAnyCase() {
        assertThat(new Told(null, IDENTITY).in(report(OK)).identity()).isEqualTo(IDENTITY);
    }
}
