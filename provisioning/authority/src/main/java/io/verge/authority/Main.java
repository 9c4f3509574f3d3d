package io.verge.authority;

import io.verge.api.disk.LocalDisk;
import io.verge.authority.cli.Commands;
import io.verge.authority.cli.Tool;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Entry of the command {@code verge-provision}. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Tool tool = new Tool(new LocalDisk(), InstantSource.system(), new SecureRandom(), Main::ask);
        System.exit(Commands.run(tool, out, err, args));
    }

    /** Nothing when nobody is there. */
    @SuppressWarnings("SystemConsoleNull") // null up to Java 21; later what is typed is null, at the end of a file
    private static char[] ask(String text) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", text);
        return typed == null ? new char[0] : typed;
    }
}
