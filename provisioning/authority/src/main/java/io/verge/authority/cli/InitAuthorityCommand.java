package io.verge.authority.cli;

import io.verge.authority.keys.Passwords;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.store.AuthorityFolder;
import io.verge.authority.store.Foundation;
import io.verge.authority.store.Founding;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Founds an authority. */
@Command(
        name = "init-authority",
        description = {
            "Make all keys of an authority, its certificate, its first root and an empty repository.",
            "Root and releases are signed by keys in FOLDER/offline, which belongs on a medium in a safe; the daily"
                    + " signatures by keys in FOLDER/online."
        })
final class InitAuthorityCommand extends ToolCommand {
    @Parameters(paramLabel = "FOLDER", description = "A new one.")
    private Path folder = Path.of("");

    @Option(names = "--name", defaultValue = "verge", description = "Of the organisation; default: ${DEFAULT-VALUE}.")
    private String name = "";

    @Option(
            names = "--offline-keys",
            defaultValue = "3",
            paramLabel = "N",
            description = "Root keys; default: ${DEFAULT-VALUE}.")
    private int rootKeys;

    @Option(
            names = "--threshold",
            defaultValue = "2",
            paramLabel = "M",
            description = "Of them must sign a root; default: ${DEFAULT-VALUE}.")
    private int rootThreshold;

    @Option(
            names = "--release-keys",
            defaultValue = "1",
            paramLabel = "N",
            description = "Keys that sign releases; default: ${DEFAULT-VALUE}.")
    private int targetsKeys;

    @Option(
            names = "--release-threshold",
            defaultValue = "1",
            paramLabel = "M",
            description = "Of them must sign a release; default: ${DEFAULT-VALUE}.")
    private int targetsThreshold;

    @Option(
            names = "--root-days",
            defaultValue = "730",
            paramLabel = "DAYS",
            description = "So long the root may be used; default: ${DEFAULT-VALUE}.")
    private int rootDays;

    @Option(
            names = "--release-days",
            defaultValue = "365",
            paramLabel = "DAYS",
            description = "So long what is signed first may be used; default: ${DEFAULT-VALUE}.")
    private int targetsDays;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The password of the off-line keys; otherwise one is generated into FOLDER/offline/password.")
    private @Nullable Path passwordFile;

    @Mixin
    private TokenOptions token = new TokenOptions();

    InitAuthorityCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        AuthorityFolder authority = new AuthorityFolder(folder, new Passwords(passwordFile, tool().prompt()));
        new Foundation(authority, tool().disk(), tool().random(), now())
                .found(founding(), passwordFile, token.open(tool()));
        say("made an authority in " + folder);
        say("  offline/     " + rootKeys + " root keys (" + rootThreshold + " must sign), " + targetsKeys
                + " release keys (" + targetsThreshold
                + "), the key of the certificate authority if it is in no token");
        say("  online/      the keys of snapshot and timestamp: beside the web server");
        say("  repository/  for any web server, or a stick");
        say("  root.json    what boxes trust releases by: into /etc/verge/trust");
        say("  ca.pem       what boxes trust brokers by: into /etc/verge/trust");
        warn("take " + authority.offline() + " to a medium that is in a safe when it does not sign, and a copy of it to"
                + " another place: who has it can replace all software, and without it nothing can be released");
        return ExitCode.OK;
    }

    private Founding founding() {
        try {
            return new Founding(
                    name,
                    rootKeys,
                    rootThreshold,
                    targetsKeys,
                    targetsThreshold,
                    Duration.ofDays(rootDays),
                    Duration.ofDays(targetsDays));
        } catch (IllegalArgumentException e) {
            throw misuse(String.valueOf(e.getMessage()));
        }
    }
}
