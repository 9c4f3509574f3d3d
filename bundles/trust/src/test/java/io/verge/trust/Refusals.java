package io.verge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.trust.TrustException.Reason;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a client says no to. */
public final class Refusals {
    private Refusals() {}

    public static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable what, Reason reason, String role) {
        return assertThatThrownBy(what).isInstanceOfSatisfying(TrustException.class, e -> {
            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
            assertThat(e.role()).as(e.getMessage()).isEqualTo(role);
        });
    }
}
