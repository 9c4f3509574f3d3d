package io.verge.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code verge message encode}: JSON lines to hexadecimal lines. */
@Command(
        name = "encode",
        description = {
            "Reads one message a line in JSON from standard input and writes it as one line of hexadecimal.",
            "A bad line gives {\"error\":…,\"line\":n}, the rest goes on, and the exit code is 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VergeCommand.Version.class)
final class EncodeCommand implements Callable<Integer> {
    static final int MAX_LINE = 1 << 24;

    private final Console console;

    @Mixin
    private FormatOptions options = new FormatOptions();

    EncodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        MessageFormat format = options.format();
        return new LineTranslator(line -> Hex.format(format.fromJson(line)), MAX_LINE)
                .translate(console.in(), console.out());
    }
}
