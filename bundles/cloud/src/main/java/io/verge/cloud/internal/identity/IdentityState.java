package io.verge.cloud.internal.identity;

import io.verge.cloud.internal.keys.Identity;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the certificate in use is. */
enum IdentityState {
    /** Nothing to do. */
    FRESH,
    /** Less than a third of its life is left; nobody has been asked yet. */
    DUE,
    /** The authority has been asked and has not answered. */
    ASKED,
    /** The authority has said no; it is asked again. */
    REFUSED,
    /** It is new, and no session stands by it yet. */
    TRIAL,
    /** It is one from the factory: the box waits for its name. */
    CLAIMED,
    /** Nobody takes it any more. */
    EXPIRED;

    /**
     * That of an identity in use.
     *
     * @param trial null when it is not on trial
     * @param now the last sure time
     */
    static IdentityState of(Identity identity, @Nullable Trial trial, Asking asking, Instant now) {
        Life life = Life.of(identity.certificate());
        if (life.isOver(now)) {
            return EXPIRED;
        }
        if (trial != null) {
            return TRIAL;
        }
        if (identity.subject().isClaim()) {
            return CLAIMED;
        }
        if (!life.isDue(now)) {
            return FRESH;
        }
        if (!asking.said().isEmpty()) {
            return REFUSED;
        }
        return asking.hasAsked() ? ASKED : DUE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
