package io.verge.authority.release;

import io.verge.authority.refusal.RefusedException;
import io.verge.trust.BundleTarget;
import io.verge.trust.Downgrade;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.TargetsDraft;
import io.verge.trust.authoring.Vouched;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Permissions to go back to an older bundle on purpose, for a time. */
public final class Downgrades {
    private final Repository repository;

    public Downgrades(Repository repository) {
        this.repository = repository;
    }

    /**
     * Drafts a permission beside those that are not over; it is not signed yet.
     *
     * @param version to which boxes may go back
     * @param groups of boxes; {@code *} for all
     * @throws RefusedException when there is no such bundle, or the time is over
     */
    public Document draft(
            String bundle, String version, Instant until, List<String> groups, Instant now, Instant expires)
            throws IOException, RefusedException, TrustException {
        if (!until.isAfter(now)) {
            throw new RefusedException("the permission would end at " + until + ", which is over");
        }
        BundleTarget to = repository.versions(bundle).stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "there is no bundle " + bundle + " " + version + " in the repository: 'list' shows them"));
        Document before = repository.signed();
        List<Downgrade> all = new ArrayList<>(Vouched.of(Repository.TOP, before).downgrades());
        all.removeIf(one -> !one.until().isAfter(now)
                || (one.bundle().equals(bundle) && one.groups().equals(groups)));
        all.add(new Downgrade(bundle, to.counter(), until, groups));
        return TargetsDraft.after(before, expires).downgrades(all).document();
    }
}
