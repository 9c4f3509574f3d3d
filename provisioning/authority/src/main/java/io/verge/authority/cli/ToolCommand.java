package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands have: the world, and where to say what was done. */
@Command(mixinStandardHelpOptions = true)
abstract class ToolCommand implements Callable<Integer> {
    private final Tool tool;

    @Spec
    private @Nullable CommandSpec spec;

    ToolCommand(Tool tool) {
        this.tool = tool;
    }

    @Override
    public Integer call() throws IOException, RefusedException, TrustException {
        int code = run();
        out().flush();
        return code;
    }

    /** Does it; {@link Commands} turns what is thrown into words and an exit code. */
    abstract int run() throws IOException, RefusedException, TrustException;

    final Tool tool() {
        return tool;
    }

    final Instant now() {
        return tool.clock().instant();
    }

    final void say(String line) {
        out().println(line);
    }

    /** As {@link #say}, for who looks on while it goes on. */
    final void sayNow(String line) {
        say(line);
        out().flush();
    }

    /** Under which it was called. */
    final String name() {
        return spec().name();
    }

    final void warn(String line) {
        PrintWriter err = spec().commandLine().getErr();
        err.println("warning: " + line);
        err.flush();
    }

    /** Two options do not go together, or one is missing. */
    final ParameterException misuse(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the command's specification");
        }
        return spec;
    }
}
