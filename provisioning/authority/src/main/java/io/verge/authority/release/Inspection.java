package io.verge.authority.release;

import io.verge.api.disk.Disk;
import io.verge.trust.BundleTarget;
import io.verge.trust.Limits;
import io.verge.trust.MetadataSource;
import io.verge.trust.Release;
import io.verge.trust.Release.Item;
import io.verge.trust.Target;
import io.verge.trust.TrustClient;
import io.verge.trust.TrustException;
import io.verge.trust.Trusted;
import io.verge.trust.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what was published with the eyes of a box that knows the first root only: the same client, the same checks. */
public final class Inspection {
    private final Repository repository;
    private final byte[] root;
    private final Disk disk;
    private final Path scratch;

    /**
     * @param root that boxes have from the factory
     * @param scratch an empty folder, for what a box would keep
     */
    public Inspection(Repository repository, byte[] root, Disk disk, Path scratch) {
        this.repository = repository;
        this.root = root.clone();
        this.disk = disk;
        this.scratch = scratch;
    }

    /**
     * What boxes could not install; empty when they can install all.
     *
     * @param whole whether files are read too, which takes its time
     * @throws TrustException when boxes would refuse the metadata altogether
     */
    public List<String> faults(boolean whole, Instant now) throws IOException, TrustException {
        MetadataSource source = repository.metadata().source(Way.ONLINE);
        Trusted trusted = new TrustClient(disk, scratch, root, Limits.USUAL).refresh(source, now);
        List<String> faults = new ArrayList<>();
        for (Release release : repository.releases()) {
            if (trusted.find(Release.path(release.name()), source, now).isEmpty()) {
                faults.add("release " + release.name() + " is signed and not published: run 'publish'");
                continue;
            }
            for (Item item : release.bundles()) {
                Optional<Target> found = trusted.find(item.path(), source, now);
                String which = "release " + release.name() + ": " + item.name() + " " + item.version();
                if (found.isEmpty()) {
                    faults.add(which + " is vouched for by nobody who may: has its vendor been let in for it,"
                            + " and signed it?");
                } else {
                    look(which, found.get(), whole, faults);
                }
            }
        }
        return faults;
    }

    private void look(String which, Target target, boolean whole, List<String> faults) {
        try {
            BundleTarget bundle = BundleTarget.of(target);
            if (whole) {
                repository.check(bundle);
            }
        } catch (TrustException | IOException e) {
            faults.add(which + ": " + e.getMessage() + "; put the file back from a copy of the repository");
        }
    }
}
