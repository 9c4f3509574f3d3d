package io.verge.authority.cli;

import io.verge.authority.rollout.run.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a person wants of a roll-out. */
@Command(
        description = {
            "Pause: ask no more boxes. Resume: go on, in spite of the failures so far. Retry: ask those that failed"
                    + " again. Cancel: take the wish from boxes that have not switched.",
            "Taken by the 'rollout run' that goes on, within seconds, or by the next."
        })
final class RolloutOrderCommand extends ToolCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "As 'rollout plan' made it.")
    private Path file = Path.of("");

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who wants it, for the history.")
    private String by = "";

    RolloutOrderCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException {
        RunFile run = new RunFile(tool().disk(), file);
        run.read();
        RunFile.Order order = RunFile.Order.valueOf(name().toUpperCase(Locale.ROOT));
        run.order(order, by);
        say(order.label() + " is said; 'rollout run' does it");
        return ExitCode.OK;
    }
}
