package io.verge.agent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words for a command line that is not understood: what is wrong, what is valid, what is likely meant. */
final class UsageText {
    private UsageText() {}

    static String of(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing.getMissing().stream().map(UsageText::missing).collect(Collectors.joining("\n"));
        }
        String text = String.valueOf(e.getMessage());
        if (text.startsWith("Missing required subcommand")) {
            return "a command is missing; valid: " + String.join(", ", commands(command));
        }
        return text;
    }

    static String didYouMean(String name) {
        return "\nDid you mean \"" + name + "\"?";
    }

    /** The same words whether the option or only its value is not there. */
    private static String missing(ArgSpec argument) {
        String option = argument instanceof OptionSpec named ? named.longestName() + " " : "";
        return option + argument.paramLabel() + " is missing: " + String.join(" ", argument.description());
    }

    private static String unmatched(String given, CommandSpec command) {
        boolean option = given.startsWith("-");
        List<String> valid = option ? options(command) : commands(command);
        String what = option ? "unknown option" : valid.isEmpty() ? "unexpected argument" : "unknown command";
        return what + " \"" + given + "\"" + (valid.isEmpty() ? "" : "; valid: " + String.join(", ", valid))
                + Nearest.to(given, valid).map(UsageText::didYouMean).orElse("");
    }

    private static List<String> commands(CommandSpec command) {
        return List.copyOf(command.subcommands().keySet());
    }

    private static List<String> options(CommandSpec command) {
        List<String> names = new ArrayList<>();
        command.options().forEach(option -> names.add(option.longestName()));
        return names;
    }
}
