package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.Downgrades;
import io.verge.authority.release.Repository;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Permits to go back. */
@Command(
        name = "downgrade",
        description = {
            "Permit boxes to go back to an older version of a bundle, for a time. Without it they do not, whoever"
                    + " signs it.",
            "Going back to what ran before an update needs no permission."
        })
final class DowngradeCommand extends TargetsCommand {
    @Option(names = "--bundle", required = true, paramLabel = "NAME", description = "Its symbolic name.")
    private String bundle = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "V",
            description = "Its version; newer ones are permitted too.")
    private String version = "";

    @Option(names = "--until", required = true, paramLabel = "TIME", description = "Such as 2026-12-24T00:00:00Z.")
    private Instant until = Instant.EPOCH;

    @Option(
            names = "--groups",
            split = ",",
            defaultValue = "*",
            paramLabel = "G",
            description = "Of boxes, as in their profiles; default: all.")
    private List<String> groups = List.of();

    DowngradeCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        Signing signing = signing(Repository.TOP);
        signing.sign(new Downgrades(repository()).draft(bundle, version, until, groups, now(), expires()));
        return ExitCode.OK;
    }
}
