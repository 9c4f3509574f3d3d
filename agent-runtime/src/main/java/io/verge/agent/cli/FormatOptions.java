package io.verge.agent.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that choose what a message is: its set, edition and type. */
final class FormatOptions extends SetOptions {
    @Option(
            names = "--type",
            paramLabel = "NAME",
            description = "type of the messages; without it the frame of the set: MessageFrame,"
                    + " in etsi a GeoNetworking packet or what begins with an ItsPduHeader;"
                    + " DSMP is the network packet of csae")
    private @Nullable String type;

    /** One type, or the frame of the set when none is named. */
    MessageFormat format() {
        MessageSet chosen = set();
        if (type == null) {
            return chosen.frame(edition());
        }
        String named = type;
        return chosen.find(edition(), named).orElseThrow(() -> unknownType(chosen, named));
    }

    private ParameterException unknownType(MessageSet chosen, String type) {
        String place = "set " + chosen.label() + ", edition " + edition();
        return error("unknown type \"" + type + "\" in " + place
                + Nearest.to(type, chosen.types(edition()))
                        .map(UsageText::didYouMean)
                        .orElse("")
                + "\nRun 'verge message types --set " + chosen.label() + " --edition " + edition()
                + "' for the valid names.");
    }
}
