package io.verge.agent.map;

import picocli.CommandLine.Command;

/** The command {@code verge map}, which only leads to others. */
@Command(
        name = "map",
        description = "Make or check the map of a crossing, without a running agent.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class MapCommand {}
