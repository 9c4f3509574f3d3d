package io.verge.agent.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that prints: where to, and how it says that it was called wrongly. */
public abstract class PrintingCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    /** For what was asked for. */
    public final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** For what is wrong, and for notes. */
    public final PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /** To be thrown: the message is printed with how the command is used. */
    public final ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the command's specification");
        }
        return spec;
    }
}
