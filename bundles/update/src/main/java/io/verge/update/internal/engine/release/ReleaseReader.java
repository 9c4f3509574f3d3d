package io.verge.update.internal.engine.release;

import io.verge.generation.SetBundle;
import io.verge.trust.BundleTarget;
import io.verge.trust.Channel;
import io.verge.trust.Counters;
import io.verge.trust.Freshness;
import io.verge.trust.MetadataSource;
import io.verge.trust.Release;
import io.verge.trust.Target;
import io.verge.trust.TrustException;
import io.verge.trust.Trusted;
import io.verge.update.internal.engine.journal.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what trusted metadata says of a release, and finds out why this box may not run it. One thread. */
public final class ReleaseReader {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseReader.class);
    private static final String LOOK_AT_ITS_NAME =
            "look at its name: `verge-provision list` shows those that were published";

    private final BoxModel box;
    private final Counters counters;
    private final Trusted trusted;
    private final MetadataSource metadata;
    private final TargetReader files;

    /** @param metadata where {@code trusted} came from */
    public ReleaseReader(
            BoxModel box, Counters counters, Trusted trusted, MetadataSource metadata, TargetReader files) {
        this.box = box;
        this.counters = counters;
        this.trusted = trusted;
        this.metadata = metadata;
        this.files = files;
    }

    /**
     * Reads it.
     *
     * @param running bundles that were released: whose counters are known again when those on the disk are damaged
     * @throws Refusal when there is no such release, it is incomplete, or what is trusted is too old
     * @throws IOException when the repository or the disk cannot be used now
     */
    public Wanted read(String name, Collection<SetBundle> running, Instant now)
            throws IOException, InterruptedException, Refusal {
        try {
            Freshness freshness = fresh(now);
            return read(release(name, now), freshness, running, now);
        } catch (TrustException e) {
            throw Refusal.of(e);
        }
    }

    private Freshness fresh(Instant now) throws Refusal {
        Freshness freshness = trusted.freshness(now, metadata.way());
        if (!freshness.mayInstall()) {
            throw new Refusal(new Reason(
                    Refusal.EXPIRED,
                    freshness.cause(),
                    "publish the repository anew, and look whether the clock of the box is right"));
        }
        return freshness;
    }

    /**
     * The release that a channel names.
     *
     * @throws Refusal when there is no such channel, or what is trusted is too old
     * @throws IOException when the repository or the disk cannot be used now
     */
    public String channel(String name, Instant now) throws IOException, InterruptedException, Refusal {
        try {
            Freshness unused = fresh(now);
            Reason absent = new Reason("no-such-channel", "the repository has no channel " + name, LOOK_AT_ITS_NAME);
            Target target = target(Channel.path(name), now, absent);
            return Channel.read(name, files.read(target, Channel.LONGEST)).release();
        } catch (TrustException e) {
            throw Refusal.of(e);
        }
    }

    private Release release(String name, Instant now)
            throws IOException, InterruptedException, Refusal, TrustException {
        Reason absent = new Reason("no-such-release", "the repository has no release " + name, LOOK_AT_ITS_NAME);
        return Release.read(name, files.read(target(Release.path(name), now, absent), Release.LONGEST));
    }

    private Target target(String path, Instant now, Reason absent) throws IOException, Refusal, TrustException {
        Optional<Target> target = trusted.find(path, metadata, now);
        if (target.isEmpty()) {
            throw new Refusal(absent);
        }
        return target.get();
    }

    private Wanted read(Release release, Freshness freshness, Collection<SetBundle> running, Instant now)
            throws IOException, Refusal, TrustException {
        List<Reason> obstacles = new ArrayList<>();
        box.judge(release, obstacles);
        List<WantedBundle> bundles = new ArrayList<>();
        for (Release.Item item : release.bundles()) {
            BundleTarget bundle = bundle(item, now);
            box.judge(bundle, obstacles);
            mustNotGoBack(bundle, running, now, obstacles);
            bundles.add(WantedBundle.of(bundle, item.level()));
        }
        return new Wanted(release.name(), bundles, freshness.until(), obstacles);
    }

    private BundleTarget bundle(Release.Item item, Instant now) throws IOException, Refusal, TrustException {
        Reason absent = new Reason(
                "missing-target",
                "the release names " + item.name() + " " + item.version() + ", which nobody has signed who may",
                "sign that bundle, or a release without it");
        BundleTarget bundle = BundleTarget.of(target(item.path(), now, absent));
        if (!bundle.name().equals(item.name()) || !bundle.version().equals(item.version())) {
            throw new TrustException(
                    TrustException.Reason.MISMATCH,
                    item.path(),
                    "is " + bundle.name() + " " + bundle.version() + ", and the release means another");
        }
        return bundle;
    }

    private void mustNotGoBack(BundleTarget bundle, Collection<SetBundle> running, Instant now, List<Reason> obstacles)
            throws IOException, TrustException {
        try {
            counters.check(bundle, trusted.downgrades(), box.groups(), now);
        } catch (TrustException e) {
            if (e.reason() != TrustException.Reason.ROLLBACK) {
                restoreCounters(running, now, e);
                mustNotGoBack(bundle, List.of(), now, obstacles);
                return;
            }
            obstacles.add(new Reason(
                    "older-than-ran",
                    String.valueOf(e.getMessage()),
                    "publish it with a higher counter, or sign a downgrade for this box"));
        }
    }

    /** The file is damaged. Whoever could write there could have deleted it as well, so nothing is lost by beginning with what runs. */
    private void restoreCounters(Collection<SetBundle> running, Instant now, TrustException damage)
            throws IOException, TrustException {
        LOG.warn(
                "The highest counters of bundles cannot be read ({}); they begin anew with what runs",
                damage.getMessage());
        List<BundleTarget> known = new ArrayList<>();
        for (SetBundle one : running) {
            Optional<Target> target = trusted.find(BundleTarget.path(one.name(), one.version()), metadata, now);
            if (target.isPresent()) {
                known.add(BundleTarget.of(target.get()));
            }
        }
        counters.startAgain(known);
    }
}
