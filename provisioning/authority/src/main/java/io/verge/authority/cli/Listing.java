package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.BundleFile;
import io.verge.authority.release.Repository;
import io.verge.trust.BundleTarget;
import io.verge.trust.Pack;
import io.verge.trust.Release;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What is in a repository, in columns for people. */
final class Listing {
    private final Repository repository;
    private final Consumer<String> out;

    Listing(Repository repository, Consumer<String> out) {
        this.repository = repository;
        this.out = out;
    }

    /** Bundles that were just signed. */
    void signed(List<Path> jars) throws IOException, RefusedException, TrustException {
        for (Path jar : jars) {
            BundleFile bundle = BundleFile.read(jar);
            for (BundleTarget one : repository.versions(bundle.name())) {
                if (one.version().equals(bundle.version())) {
                    bundle(one);
                }
            }
        }
    }

    /** One line: what it costs a link. */
    void bundle(BundleTarget bundle) {
        StringBuilder forms = new StringBuilder();
        for (Pack pack : bundle.packs()) {
            forms.append(", ").append(pack.packing()).append(' ').append(number(pack.length()));
        }
        out.accept(String.format(
                Locale.ROOT,
                "%-44s %-10s #%-4d %s  %s octets%s",
                bundle.name(),
                bundle.version(),
                bundle.counter(),
                bundle.target().sha256().substring(0, 12),
                number(bundle.target().length()),
                forms));
    }

    /** One line: for whom, and how much is in it. */
    void release(Release release) {
        out.accept(String.format(
                Locale.ROOT,
                "%-24s %3d bundles  agent %s  hardware %s",
                release.name(),
                release.bundles().size(),
                release.minAgent().isEmpty() ? "any" : release.minAgent() + " or newer",
                String.join(",", release.hardware())));
    }

    private static String number(long octets) {
        return String.format(Locale.ROOT, "%,d", octets);
    }
}
