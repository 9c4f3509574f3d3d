package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.Repository;
import io.verge.trust.BundleTarget;
import io.verge.trust.Release;
import io.verge.trust.Release.Item;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Vouched;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what is in the repository. */
@Command(
        name = "list",
        description =
                "Show releases and bundles of the repository, and until when they may be used; with RELEASE, what is"
                        + " in it.")
final class ListCommand extends ToolCommand {
    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Parameters(arity = "0..1", paramLabel = "RELEASE", description = "Such as 2026.12.1.")
    private @Nullable String release;

    ListCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        Repository repository = authority.repository(tool());
        Listing listing = new Listing(repository, this::say);
        if (release != null) {
            Release one = repository.release(release);
            listing.release(one);
            for (Item item : one.bundles()) {
                say(String.format("  %-44s %-10s %s", item.name(), item.version(), item.level()));
            }
            return ExitCode.OK;
        }
        Optional<Vouched> top = repository.vouched(Repository.TOP);
        if (top.isEmpty()) {
            throw new RefusedException("there is no repository here: run 'init-authority'");
        }
        say("version " + top.get().version() + ", may be used until "
                + top.get().expires()
                + (top.get().delegations().isEmpty()
                        ? ""
                        : ", vendors " + String.join(" ", top.get().delegations())));
        for (Release one : repository.releases()) {
            listing.release(one);
        }
        for (BundleTarget bundle : repository.bundles()) {
            listing.bundle(bundle);
        }
        return ExitCode.OK;
    }
}
