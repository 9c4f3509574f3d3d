package io.verge.profile.internal;

import io.verge.api.bundle.BundlePlace;
import io.verge.profile.Catalogue;
import io.verge.profile.ComponentType;
import io.verge.profile.Migration;
import io.verge.profile.Offer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue of the bundles that are installed now. A bundle counts from its installation, started or not, so that a profile
 * is not wrong while the framework starts or a bundle is updated.
 */
final class BundleCatalogue implements BundleTrackerCustomizer<Bundle>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BundleCatalogue.class);
    private static final int INSTALLED_OR_MORE =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final BundleTracker<Bundle> tracker;
    private final Runnable changed;
    /** By bundle id, so that of two bundles which describe the same the one installed later counts. */
    private final NavigableMap<Long, Described> described = new ConcurrentSkipListMap<>();

    private volatile boolean open;

    /**
     * Not open yet.
     *
     * @param changed called after the components of a bundle came, changed or went; in the thread that did it
     */
    BundleCatalogue(BundleContext context, Runnable changed) {
        this.changed = changed;
        tracker = new BundleTracker<>(context, INSTALLED_OR_MORE, this);
    }

    /** Reads all bundles. Their coming is not announced. */
    void open() {
        tracker.open();
        open = true;
    }

    /** What the bundles offer now. */
    Catalogue now() {
        return Catalogue.ofOffers(described.values().stream()
                .map(Described::offers)
                .flatMap(Collection::stream)
                .toList());
    }

    @Override
    public void close() {
        open = false;
        tracker.close();
    }

    @Override
    public Bundle addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        modifiedBundle(bundle, event, bundle);
        return bundle;
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, Bundle tracked) {
        long modified = bundle.getLastModified();
        boolean counts = counts(bundle);
        Described before = described.get(bundle.getBundleId());
        if (before == null || before.modified() != modified || before.counts() != counts) {
            Described after = new Described(modified, counts, counts ? offers(bundle) : List.of());
            described.put(bundle.getBundleId(), after);
            tell(before, after);
        }
    }

    /** One that is there for pinned devices counts while it is to run, since they have another to go to. */
    private static boolean counts(Bundle bundle) {
        if (BundlePlace.isTrial(bundle.getLocation())) {
            return false;
        }
        BundleStartLevel start = bundle.adapt(BundleStartLevel.class);
        return !BundlePlace.isBeside(bundle.getLocation()) || (start != null && start.isPersistentlyStarted());
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, Bundle tracked) {
        tell(described.remove(bundle.getBundleId()), null);
    }

    private void tell(@Nullable Described before, @Nullable Described after) {
        List<Offer> old = before == null ? List.of() : before.offers();
        List<Offer> young = after == null ? List.of() : after.offers();
        if (open && !old.equals(young)) {
            changed.run();
        }
    }

    private static List<Offer> offers(Bundle bundle) {
        String version = bundle.getVersion().toString();
        String place = bundle.getLocation();
        return read(bundle).stream()
                .map(type -> new Offer(type, version, place, BundlePlace.isBeside(place)))
                .toList();
    }

    private static List<ComponentType> read(Bundle bundle) {
        List<ComponentType> components = new ArrayList<>();
        for (String entry : entries(bundle)) {
            URL file = bundle.getEntry(entry);
            if (MetatypeReader.isMetatype(entry) && file != null) {
                try (InputStream in = file.openStream()) {
                    components.addAll(MetatypeReader.read(entry, in));
                } catch (IOException e) {
                    LOG.warn("{} does not say what can be configured: {}", bundle, ProfileText.reason(e));
                }
            }
        }
        return MetatypeReader.migrating(components, migrations(bundle));
    }

    private static Map<String, Migration> migrations(Bundle bundle) {
        URL file = bundle.getEntry(MigrationReader.FILE);
        if (file == null) {
            return Map.of();
        }
        try (InputStream in = file.openStream()) {
            return MigrationReader.read(MigrationReader.FILE, in);
        } catch (IOException e) {
            LOG.warn("{} does not say how keys were called before: {}", bundle, ProfileText.reason(e));
            return Map.of();
        }
    }

    private static List<String> entries(Bundle bundle) {
        Enumeration<String> entries = bundle.getEntryPaths(MetatypeReader.FOLDER);
        if (entries == null) {
            return List.of();
        }
        List<String> sorted = Collections.list(entries);
        Collections.sort(sorted);
        return sorted;
    }

    /** What a bundle offers, when the bundle was modified last, and whether it counts. */
    private record Described(long modified, boolean counts, List<Offer> offers) {}
}
