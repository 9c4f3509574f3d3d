package io.verge.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code verge message types}: what {@code --type} takes. */
@Command(
        name = "types",
        description = "Lists the names that --type takes, one a line.",
        mixinStandardHelpOptions = true,
        versionProvider = VergeCommand.Version.class)
final class TypesCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SetOptions options = new SetOptions();

    TypesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        LineWriter out = new LineWriter(console.out());
        for (String name : options.set().types(options.edition())) {
            out.line(name);
        }
        out.flush();
        return ExitCode.OK;
    }
}
