package io.verge.authority.release;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.refusal.Shown;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.TargetsDraft;
import io.verge.trust.authoring.Vouched;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets vendors vouch for their own bundles, and nobody after them in their place. */
public final class Vendors {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> TOP_LEVEL = Set.of("root", "targets", "snapshot", "timestamp");
    /** Whole names up to a dot: {@code com.acme.*} must not reach {@code com.acmetools}. */
    private static final Pattern PATH = Pattern.compile("bundles/[A-Za-z0-9_]+(\\.[A-Za-z0-9_-]+)+\\.\\*");

    private final Repository repository;

    public Vendors(Repository repository) {
        this.repository = repository;
    }

    /**
     * Drafts what lets a vendor in, or gives it other keys or paths; it is not signed yet.
     *
     * @param paths such as {@code bundles/com.acme.*}
     * @throws RefusedException when they reach further than the bundles of one name, or the name is none
     */
    public Document draft(String vendor, int threshold, List<PublicKey> keys, List<String> paths, Instant expires)
            throws IOException, RefusedException, TrustException {
        if (!NAME.matcher(vendor).matches() || TOP_LEVEL.contains(vendor)) {
            throw new RefusedException("\"" + Shown.of(vendor)
                    + "\" is no name of a vendor: 1 to 40 of a-z, 0-9 and '-', and none of "
                    + String.join(", ", TOP_LEVEL.stream().sorted().toList()));
        }
        for (String path : paths) {
            if (!PATH.matcher(path).matches() || path.startsWith("bundles/io.verge.")) {
                throw new RefusedException(path + " is no part that a vendor can be given:"
                        + " bundles/NAME.* with a name of two words at least, such as bundles/com.acme.*");
            }
        }
        try {
            return TargetsDraft.after(repository.signed(), expires)
                    .delegate(vendor, threshold, keys, paths)
                    .document();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(vendor + ": " + e.getMessage(), e);
        }
    }

    /**
     * Drafts what takes it back; releases with the vendor's bundles can no longer be installed then.
     *
     * @throws RefusedException when there is no such vendor
     */
    public Document withdrawal(String vendor, Instant expires) throws IOException, RefusedException, TrustException {
        if (!Vouched.of(Repository.TOP, repository.signed()).delegations().contains(vendor)) {
            throw new RefusedException("there is no vendor " + vendor + " in this repository: 'list' shows them");
        }
        return TargetsDraft.after(repository.signed(), expires)
                .undelegate(vendor)
                .document();
    }
}
