package io.verge.authority.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of a roll-out. */
@Command(
        name = "rollout",
        description = {
            "Bring a release to many boxes: in waves, never to two neighbours of a corridor together, and no further"
                    + " when too many fail.",
            "'plan' makes the file of a roll-out, 'run' does it and may be ended and started again at any time."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class RolloutCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private final Tool tool;

    RolloutCommand(Tool tool) {
        this.tool = tool;
    }

    /** With its subcommands. */
    CommandLine commands() {
        return new CommandLine(this)
                .addSubcommand(new RolloutPlanCommand(tool))
                .addSubcommand(new RolloutRunCommand(tool))
                .addSubcommand(new RolloutStatusCommand(tool))
                .addSubcommand("pause", new RolloutOrderCommand(tool))
                .addSubcommand("resume", new RolloutOrderCommand(tool))
                .addSubcommand("retry", new RolloutOrderCommand(tool))
                .addSubcommand("cancel", new RolloutOrderCommand(tool));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "plan, run, status, pause, resume, retry or cancel is missing");
        }
    }
}
