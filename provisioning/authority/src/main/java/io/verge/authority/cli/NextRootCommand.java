package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.Repository;
import io.verge.authority.store.AuthorityFolder;
import io.verge.authority.store.Rotation;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs the next root. */
@Command(
        name = "next-root",
        description = {
            "Sign the next root before the present one expires, or when keys are to be replaced; boxes follow by"
                    + " themselves.",
            "Needs as many root keys in FOLDER/offline as the threshold says. Publish at once when keys in online/ are"
                    + " replaced."
        })
final class NextRootCommand extends ToolCommand {
    private static final List<String> ROLES = List.of("root", "targets", "snapshot", "timestamp");

    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Option(
            names = "--replace",
            split = ",",
            paramLabel = "ROLE",
            description = "Make new keys for root, targets, snapshot or timestamp in the place of those that it had.")
    private List<String> replaced = List.of();

    @Option(
            names = "--days",
            defaultValue = "730",
            paramLabel = "DAYS",
            description = "So long the root may be used; default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--release-days",
            defaultValue = "365",
            paramLabel = "DAYS",
            description = "With --replace targets: so long what was signed may be used; default: ${DEFAULT-VALUE}.")
    private int releaseDays;

    NextRootCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        for (String role : replaced) {
            if (!ROLES.contains(role)) {
                throw misuse("--replace " + role + ": valid are " + String.join(", ", ROLES));
            }
        }
        AuthorityFolder folder = authority.folder(tool());
        Repository repository = authority.repository(tool());
        Document root = new Rotation(folder, repository.metadata(), now())
                .next(replaced, now().plus(Duration.ofDays(days)), now().plus(Duration.ofDays(releaseDays)));
        say("root " + root.version() + " is signed by " + root.signers().size() + " keys, and boxes see it");
        if (!replaced.isEmpty()) {
            say("keys of " + String.join(", ", replaced) + " are new: run 'publish' now");
        }
        return ExitCode.OK;
    }
}
