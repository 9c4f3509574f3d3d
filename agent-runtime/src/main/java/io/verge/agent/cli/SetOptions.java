package io.verge.agent.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose a message set and its edition. */
class SetOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--set", required = true, paramLabel = "SET", description = "csae, sae or etsi")
    private String set = "";

    @Option(
            names = "--edition",
            paramLabel = "EDITION",
            description = {
                "csae: 2020 (default) or 2019",
                "sae: 2024 (default), 2020 or 2016: they differ in additions only, and all are read alike",
                "etsi: 2.1.1 (default) or 2.4.1, the data dictionary of the CPM"
            })
    private @Nullable String edition;

    MessageSet set() {
        return MessageSet.find(set).orElseThrow(() -> unknown("set", set, MessageSet.labels()));
    }

    String edition() {
        MessageSet chosen = set();
        if (edition == null) {
            return chosen.defaultEdition();
        }
        if (!chosen.editions().contains(edition)) {
            throw unknown("edition of set " + chosen.label(), edition, chosen.editions());
        }
        return edition;
    }

    private ParameterException unknown(String what, String given, Iterable<String> valid) {
        return error("unknown " + what + ": \"" + given + "\"; valid: " + String.join(", ", valid)
                + Nearest.to(given, valid).map(UsageText::didYouMean).orElse(""));
    }

    ParameterException error(String text) {
        if (command == null) {
            throw new IllegalStateException("options are used outside a command");
        }
        return new ParameterException(command.commandLine(), text);
    }
}
