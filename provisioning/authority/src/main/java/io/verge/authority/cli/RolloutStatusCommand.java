package io.verge.authority.cli;

import io.verge.authority.rollout.StatusTable;
import io.verge.authority.rollout.run.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how a roll-out is. */
@Command(name = "status", description = "Show how the roll-out in FILE is, whether it runs or not.")
final class RolloutStatusCommand extends ToolCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "As 'rollout plan' made it.")
    private Path file = Path.of("");

    RolloutStatusCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException {
        StatusTable.of(new RunFile(tool().disk(), file).read(), now()).forEach(this::say);
        return ExitCode.OK;
    }
}
