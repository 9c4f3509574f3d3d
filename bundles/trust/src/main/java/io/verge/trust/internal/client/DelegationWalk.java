package io.verge.trust.internal.client;

import io.verge.trust.Limits;
import io.verge.trust.Target;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.internal.metadata.Delegation;
import io.verge.trust.internal.metadata.Snapshot;
import io.verge.trust.internal.metadata.Targets;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks one path up through delegations (TUF §5.6): a role's own targets first, then those that it delegates to in their order, each
 * with all below it. A role is asked once. A delegation is followed only when it covers the path, so a vendor finds no hearing for
 * what is another's; behind a terminating one that covers it nobody else is asked.
 */
final class DelegationWalk {
    private final Documents documents;
    private final Optional<Snapshot> snapshot;
    private final Asking asking;
    private final Limits limits;
    private final Set<String> asked = new HashSet<>();
    private boolean ended;

    DelegationWalk(Documents documents, Optional<Snapshot> snapshot, Asking asking, Limits limits) {
        this.documents = documents;
        this.snapshot = snapshot;
        this.asking = asking;
        this.limits = limits;
    }

    Optional<Target> find(String path, Targets role) throws IOException, TrustException {
        Optional<Target> own = role.find(path, asking.consistentSnapshot());
        if (own.isPresent()) {
            return own;
        }
        for (Delegation delegation : role.delegations()) {
            if (delegation.covers(path) && asked.add(delegation.name())) {
                Optional<Target> found = find(path, delegated(delegation));
                ended |= delegation.terminating();
                if (found.isPresent() || ended) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Targets delegated(Delegation delegation) throws IOException, TrustException {
        if (asked.size() > limits.delegations()) {
            throw new TrustException(
                    Reason.TOO_MUCH,
                    delegation.name(),
                    "is one more than the " + limits.delegations() + " delegated roles that are asked for one target");
        }
        if (snapshot.isEmpty()) {
            throw new TrustException(Reason.ABSENT, delegation.name(), "cannot be judged without a snapshot: refresh");
        }
        return documents
                .promised(snapshot.get().of(delegation.name()), delegation.keyring(), Targets::of, any -> {}, asking)
                .metadata();
    }
}
