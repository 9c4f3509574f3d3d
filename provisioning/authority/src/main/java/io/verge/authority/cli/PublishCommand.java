package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.Repository;
import io.verge.authority.store.AuthorityFolder;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets boxes see what was signed. */
@Command(
        name = "publish",
        description = {
            "Let boxes see all that was signed, by a new snapshot and timestamp of the keys in online/.",
            "FOLDER/repository can then be copied to any web server or stick: metadata/timestamp.json last."
        })
final class PublishCommand extends ToolCommand {
    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Option(
            names = "--snapshot-for",
            defaultValue = "P7D",
            paramLabel = "TIME",
            description = "Publish again before it is over; default: ${DEFAULT-VALUE}.")
    private Duration snapshot = Duration.ZERO;

    @Mixin
    private FreshnessOptions freshness = new FreshnessOptions();

    PublishCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        AuthorityFolder folder = authority.folder(tool());
        Repository repository = authority.repository(tool());
        repository
                .metadata()
                .publish(freshness.terms(now(), snapshot), folder.signers("snapshot"), folder.signers("timestamp"));
        Look.at(tool(), folder, repository, false).forEach(this::warn);
        say("published " + folder.repository() + "; " + freshness.sentence(now()));
        return ExitCode.OK;
    }
}
