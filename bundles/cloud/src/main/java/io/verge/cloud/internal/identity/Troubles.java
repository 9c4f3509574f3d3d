package io.verge.cloud.internal.identity;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.cloud.internal.keys.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people are told of the certificate, and since when. One thread. */
final class Troubles {
    private @Nullable Status last;

    /**
     * What there is to tell; null when nothing.
     *
     * @param said what the authority answered last; empty when it said nothing
     * @param wentBack whether the broker did not take the last certificate
     */
    @Nullable
    Status of(IdentityState state, Identity identity, String said, boolean wentBack, Instant sure, Instant now) {
        Life life = Life.of(identity.certificate());
        Trouble trouble =
                trouble(state, identity, life, said.isEmpty() ? "" : " (it said: " + said + ")", wentBack, sure);
        last = trouble == null ? null : status(state, trouble, now);
        return last;
    }

    private Status status(IdentityState state, Trouble trouble, Instant now) {
        Status before = last;
        Trouble known = before == null ? null : before.trouble();
        Instant since = before != null && known != null && known.code().equals(trouble.code()) ? before.since() : now;
        return new Status(state == IdentityState.EXPIRED ? State.FAILED : State.DEGRADED, since, trouble);
    }

    private static @Nullable Trouble trouble(
            IdentityState state, Identity identity, Life life, String said, boolean wentBack, Instant sure) {
        if (state == IdentityState.EXPIRED) {
            return new Trouble(
                    "credentials",
                    "the certificate of the box has ended on " + life.expires(),
                    "give it another: verge-provision request on the box, enroll --csr at the authority, then install");
        }
        if (state == IdentityState.CLAIMED) {
            String claim = identity.subject().box();
            return new Trouble(
                    "claimed",
                    "the box has nothing but " + claim + ", and waits for its name" + said,
                    "put its serial number and its name into the list of 'verge-provision serve --boxes'");
        }
        if (wentBack) {
            return new Trouble(
                    "identity-refused",
                    "the broker does not take the renewed certificate; the box has gone back to the one before",
                    "look at the broker's log: does it trust the authority, and has it rules for this box?");
        }
        if (life.isLate(sure) && state != IdentityState.TRIAL) {
            return new Trouble(
                    "identity-expires",
                    "the certificate of the box ends on " + life.expires() + " and has not been renewed" + said,
                    "let the authority answer (verge-provision serve --authority), or renew by hand (verge-provision"
                            + " renew)");
        }
        return null;
    }
}
