package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.Channels;
import io.verge.authority.release.Repository;
import io.verge.trust.TrustException;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Points a channel at a release. */
@Command(
        name = "channel",
        description = "Say which release those who follow a channel should have; boxes see it after 'publish'.")
final class ChannelCommand extends TargetsCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "Such as stable.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "RELEASE", description = "Such as 2026.12.1.")
    private String release = "";

    ChannelCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        Signing signing = signing(Repository.TOP);
        signing.sign(new Channels(repository()).draft(name, release, expires()));
        return ExitCode.OK;
    }
}
