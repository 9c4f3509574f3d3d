package io.verge.cloud.internal.session;

import io.verge.api.cloud.CloudReport;
import io.verge.api.cloud.IdentityReport;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import org.jspecify.annotations.Nullable;

/** What was told of the certificate last; see {@link Credentials#tell}. */
record Told(@Nullable Status trouble, @Nullable IdentityReport identity) {
    /** The session's own trouble is shown first, unless the certificate needs a person. */
    CloudReport in(CloudReport report) {
        Status other = trouble;
        boolean first = other != null
                && (other.state() == State.FAILED || report.status().state() == State.OK);
        return report.with(other != null && first ? other : report.status(), identity);
    }
}
