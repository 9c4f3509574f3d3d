package io.verge.trust;

import io.verge.api.disk.Disk;
import io.verge.trust.internal.json.CanonicalJson;
import io.verge.trust.internal.json.JsonObject;
import io.verge.trust.internal.json.JsonReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The highest counter of each bundle that was ever committed on this box, so that an old bundle with a known hole cannot be put back
 * by old metadata or by whoever holds a vendor's key. Going back to the set that ran before is not asked here: it was verified when
 * it came. One JSON object from symbolic name to number in one file; for one thread.
 */
public final class Counters {
    private static final int LARGEST_FILE = 1 << 20;
    private static final int DEEPEST = 4;

    private final Disk disk;
    private final Path file;

    public Counters(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    /**
     * Whether a bundle may be installed.
     *
     * @param downgrades permissions, from {@link Trusted#downgrades}
     * @param ownGroups that this box belongs to
     * @throws TrustException when its counter is lower than what ran here, and no permission covers it; or when the file of the
     *     counters is damaged: then the caller raises an alarm and may {@link #startAgain}
     */
    public void check(BundleTarget bundle, List<Downgrade> downgrades, Collection<String> ownGroups, Instant now)
            throws IOException, TrustException {
        long before = all().getOrDefault(bundle.name(), 0L);
        if (bundle.counter() < before && downgrades.stream().noneMatch(one -> one.allows(bundle, ownGroups, now))) {
            throw new TrustException(
                    TrustException.Reason.ROLLBACK,
                    bundle.target().path(),
                    "has counter " + bundle.counter() + ", and " + before + " ran here already; publish it with a"
                            + " higher counter or sign a downgrade");
        }
    }

    /** After a set was committed: its bundles' counters rise to these, none falls. */
    public void raise(Collection<BundleTarget> committed) throws IOException, TrustException {
        Map<String, Long> all = all();
        committed.forEach(bundle -> all.merge(bundle.name(), bundle.counter(), Math::max));
        write(all);
    }

    /** Instead of what is there: for a file that is damaged, with the set that runs now. */
    public void startAgain(Collection<BundleTarget> running) throws IOException {
        Map<String, Long> all = new TreeMap<>();
        running.forEach(bundle -> all.merge(bundle.name(), bundle.counter(), Math::max));
        write(all);
    }

    private void write(Map<String, Long> counters) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            disk.folders(folder);
        }
        disk.replace(file, CanonicalJson.octets(counters));
    }

    private Map<String, Long> all() throws IOException, TrustException {
        Map<String, Long> counters = new TreeMap<>();
        try {
            JsonObject stored = JsonReader.read("counters", disk.read(file, LARGEST_FILE), DEEPEST);
            for (String name : stored.fields().keySet()) {
                counters.put(name, stored.number(name, 1));
            }
        } catch (NoSuchFileException e) {
            // Nothing was ever committed.
        }
        return counters;
    }
}
