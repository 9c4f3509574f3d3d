package io.verge.agent.cli;

import picocli.CommandLine.Command;

/** The command {@code verge message}, which only leads to others. */
@Command(
        name = "message",
        description = "Turn V2X messages into JSON and back.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VergeCommand.Version.class)
final class MessageCommand {}
