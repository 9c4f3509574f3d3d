package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.Packs;
import io.verge.authority.release.ReleaseAuthor;
import io.verge.authority.release.Repository;
import io.verge.authority.release.Wish;
import io.verge.transfer.pack.Zstd;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs a release. */
@Command(
        name = "sign",
        description = {
            "Put bundles into the repository, in the form in which boxes check them and packed for bad links, and sign"
                    + " the release that they make.",
            "Boxes see it after 'publish'. A version of a bundle, and a release, never change once they are signed."
        })
final class SignCommand extends TargetsCommand {
    @Option(names = "--release", paramLabel = "NAME", description = "Such as 2026.12.1; none for bundles alone.")
    private @Nullable String release;

    @Option(names = "--bundles", arity = "1..*", paramLabel = "JAR", description = "OSGi bundles, of any tool.")
    private List<Path> bundles = List.of();

    @Option(
            names = "--include",
            arity = "1..*",
            paramLabel = "NAME:VERSION",
            description = "Bundles that are in the repository, such as a vendor's.")
    private List<String> include = List.of();

    @Option(
            names = "--base-release",
            paramLabel = "NAME",
            description = "Whose bundles belong to this release too, but for those of other versions.")
    private @Nullable String baseRelease;

    @Option(
            names = "--base",
            arity = "1..*",
            paramLabel = "JAR",
            description = "What boxes have without this repository, such as shipped bundles: a patch is made for each.")
    private List<Path> bases = List.of();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "Of bundles whose name does not say it (io.verge.driver.*, io.verge.app.*): drivers, apps, …")
    private @Nullable String level;

    @Option(names = "--counter", paramLabel = "N", description = "Of the bundles; default: one more than the last.")
    private @Nullable Long counter;

    @Option(names = "--min-agent", defaultValue = "", paramLabel = "V", description = "The oldest agent it runs on.")
    private String minAgent = "";

    @Option(names = "--hardware", split = ",", paramLabel = "M", description = "Models that it runs on; default: all.")
    private List<String> hardware = List.of();

    @Option(
            names = "--role",
            defaultValue = Repository.TOP,
            paramLabel = "VENDOR",
            description = "Sign bundles as this vendor, with its --key.")
    private String role = "";

    @Option(names = "--again", description = "Only sign anew what was signed, so that it can be used for --days more.")
    private boolean again;

    SignCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        if (again == (release != null || !bundles.isEmpty())) {
            throw misuse("say one of: --release NAME, --bundles JAR, --again");
        }
        if (release != null && !role.equals(Repository.TOP)) {
            throw misuse("a vendor signs bundles, and the authority the release that has them: leave out --release");
        }
        Repository repository = repository();
        Signing signing = signing(role);
        Document draft = new ReleaseAuthor(repository, new Packs(repository, zstd()), role, expires())
                .draft(new Wish(release, baseRelease, bundles, include, bases, level, counter, minAgent, hardware));
        signing.sign(draft);
        new Listing(repository, this::say).signed(bundles);
        return ExitCode.OK;
    }

    private Optional<Zstd> zstd() {
        Optional<Zstd> zstd = Zstd.load(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
        if (zstd.isEmpty()) {
            warn("there is no Zstandard for this processor: only the deflated form is made, and no patches");
        }
        return zstd;
    }
}
