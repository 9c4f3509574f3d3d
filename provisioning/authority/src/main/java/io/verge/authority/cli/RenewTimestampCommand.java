package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.store.AuthorityFolder;
import io.verge.trust.TrustException;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says anew that what was published is the newest. */
@Command(
        name = "renew-timestamp",
        description =
                "Say anew that what was published is the newest: for a timer beside the web server, several times a"
                        + " day.")
final class RenewTimestampCommand extends ToolCommand {
    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Mixin
    private FreshnessOptions freshness = new FreshnessOptions();

    RenewTimestampCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        AuthorityFolder folder = authority.folder(tool());
        authority.repository(tool()).metadata().renew(freshness.terms(now()), folder.signers("timestamp"));
        say(freshness.sentence(now()));
        return ExitCode.OK;
    }
}
