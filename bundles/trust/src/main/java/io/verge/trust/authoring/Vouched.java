package io.verge.trust.authoring;

import io.verge.trust.Downgrade;
import io.verge.trust.Limits;
import io.verge.trust.Target;
import io.verge.trust.TrustException;
import io.verge.trust.internal.metadata.Delegation;
import io.verge.trust.internal.metadata.Envelope;
import io.verge.trust.internal.metadata.Targets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a document of targets says, for its author. Nothing of it is verified: a box asks {@link io.verge.trust.TrustClient}.
 *
 * @param version of the document
 * @param expires when it may no longer be used
 * @param targets that it vouches for itself, by path
 * @param delegations names of those that it lets vouch for a part, in their order
 * @param downgrades permissions to go back
 */
public record Vouched(
        long version, Instant expires, List<Target> targets, List<String> delegations, List<Downgrade> downgrades) {
    public Vouched {
        targets = List.copyOf(targets);
        delegations = List.copyOf(delegations);
        downgrades = List.copyOf(downgrades);
    }

    /**
     * Reads a document of a repository whose names of files have their hash, as ours do.
     *
     * @param role {@code targets}, or the delegated role's name
     * @throws TrustException when it is malformed
     */
    public static Vouched of(String role, Document document) throws TrustException {
        Targets parsed = Targets.of(Envelope.parse(role, document.octets(), Limits.USUAL));
        List<Target> targets = new ArrayList<>();
        for (String path : parsed.files().keySet()) {
            parsed.find(path, true).ifPresent(targets::add);
        }
        targets.sort(Comparator.comparing(Target::path));
        return new Vouched(
                parsed.header().version(),
                parsed.header().expires(),
                targets,
                parsed.delegations().stream().map(Delegation::name).toList(),
                parsed.downgrades());
    }

    /** What it vouches for under a path; empty when it does not. */
    public Optional<Target> find(String path) {
        return targets.stream().filter(target -> target.path().equals(path)).findFirst();
    }
}
