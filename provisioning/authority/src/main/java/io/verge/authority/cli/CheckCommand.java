package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.store.AuthorityFolder;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at the repository as boxes would. */
@Command(
        name = "check",
        description = "Look at all that was published as boxes would that know root.json, and read every file of every"
                + " release.")
final class CheckCommand extends ToolCommand {
    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    CheckCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        AuthorityFolder folder = authority.folder(tool());
        List<String> faults = Look.at(tool(), folder, authority.repository(tool()), true);
        faults.forEach(this::warn);
        say(faults.isEmpty() ? "boxes can install every release" : faults.size() + " faults");
        return faults.isEmpty() ? ExitCode.OK : ExitCode.NOT_OK;
    }
}
