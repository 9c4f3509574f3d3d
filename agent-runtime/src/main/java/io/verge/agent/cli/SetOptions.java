package io.verge.agent.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose a message set and its edition. */
final class SetOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--set", required = true, paramLabel = "SET", description = "csae, sae or etsi")
    private String set = "";

    @Option(
            names = "--edition",
            paramLabel = "EDITION",
            description = {
                "csae: 2020 (default) or 2019",
                "sae: 2024, which reads 2016 and 2020 as well",
                "etsi: 2.1.1 (default) or 2.4.1, the data dictionary of the CPM"
            })
    private @Nullable String edition;

    MessageSet set() {
        return MessageSet.find(set).orElseThrow(() -> unknown("set", set, MessageSet.labels(), ""));
    }

    String edition() {
        MessageSet chosen = set();
        if (edition == null) {
            return chosen.defaultEdition();
        }
        if (!chosen.editions().contains(edition)) {
            throw unknown("edition of set " + chosen.label(), edition, chosen.editions(), chosen.editionNote());
        }
        return edition;
    }

    /** One type, or the frame of the set when none is named. */
    MessageFormat format(@Nullable String type) {
        MessageSet chosen = set();
        if (type == null) {
            return chosen.frame(edition());
        }
        return chosen.find(edition(), type).orElseThrow(() -> unknownType(chosen, type));
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

    private ParameterException unknown(String what, String given, Iterable<String> valid, String note) {
        return error("unknown " + what + ": \"" + given + "\"; valid: " + String.join(", ", valid) + note
                + Nearest.to(given, valid).map(UsageText::didYouMean).orElse(""));
    }

    private ParameterException error(String text) {
        if (command == null) {
            throw new IllegalStateException("options are used outside a command");
        }
        return new ParameterException(command.commandLine(), text);
    }
}
