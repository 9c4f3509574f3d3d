package io.verge.agent.run;

import io.verge.agent.cli.ExitCode;
import io.verge.profile.Problem;
import io.verge.profile.ProfileCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a profile against the shipped bundles; needs no running agent. */
@Command(
        name = "check",
        description = "Check a profile without a running agent, against the bundles that are shipped.",
        mixinStandardHelpOptions = true)
public final class ConfigCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The profile.")
    private Path file = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the command's specification");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Problem> problems =
                new ProfileCheck(Shipped.catalogue()).check(file).problems();
        for (Problem problem : problems) {
            out.println(problem.in(file.toString()));
        }
        if (problems.isEmpty()) {
            out.println(file + ": nothing is wrong");
        }
        out.flush();
        return problems.isEmpty() ? ExitCode.OK : ExitCode.CONFIGURATION;
    }
}
