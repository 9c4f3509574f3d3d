package io.verge.agent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code verge message decode}: hexadecimal lines to JSON lines. */
@Command(
        name = "decode",
        description = {
            "Reads one message a line in hexadecimal from standard input and writes it as one line of JSON.",
            "A bad line gives {\"error\":…,\"line\":n}, the rest goes on, and the exit code is 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VergeCommand.Version.class)
final class DecodeCommand implements Callable<Integer> {
    static final int MAX_LINE = 1 << 20;

    private final Console console;

    @Mixin
    private FormatOptions options = new FormatOptions();

    DecodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        MessageFormat format = options.format();
        return new LineTranslator(line -> format.toJson(Hex.parse(line)), MAX_LINE)
                .translate(console.in(), console.out());
    }
}
