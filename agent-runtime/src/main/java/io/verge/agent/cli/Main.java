package io.verge.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Entry of the command line: turns every outcome into an exit code. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(Console.ofProcess(), args));
    }

    /** Runs one command; standard streams are the caller's and stay open. */
    static int run(Console console, String... args) {
        PrintWriter out = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
        CommandLine commands = Commands.of(console, args)
                .setOut(out)
                .setErr(console.err())
                .setParameterExceptionHandler(Main::usageError)
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e, console.err()));
        int code;
        try {
            code = commands.execute(args);
        } catch (Error e) {
            code = failure(e, console.err());
        }
        return out.checkError() && code == ExitCode.OK ? ExitCode.IO_ERROR : code;
    }

    private static int usageError(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("error: " + UsageText.of(e));
        err.println("Run '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' for usage.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static int failure(Throwable e, PrintWriter err) {
        if (e instanceof OutputException output) {
            if (!output.readerHasGone()) {
                err.println("error: standard output cannot be written: " + e.getMessage());
            }
        } else if (e instanceof IOException) {
            err.println("error: standard input cannot be read: " + e.getMessage());
        } else {
            err.println("error: this is a fault in verge or its installation: " + e);
        }
        err.flush();
        return e instanceof IOException ? ExitCode.IO_ERROR : ExitCode.FAULT;
    }
}
