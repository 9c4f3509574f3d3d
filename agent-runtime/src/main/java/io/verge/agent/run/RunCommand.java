package io.verge.agent.run;

import io.verge.agent.cli.ExitCode;
import io.verge.agent.launcher.AgentLog;
import io.verge.agent.launcher.BoxAgent;
import io.verge.agent.launcher.Places;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The agent of this box, until a signal ends it. */
@Command(
        name = "run",
        description = "Run the agent of this box until it is told to stop.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private static final Path PROFILE = Path.of("/etc/verge/profile.yaml");
    static final Path STATE = Path.of("/var/lib/verge");

    private final PrintWriter err;
    private final Clock clock;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "The device profile (default: profile.yaml of the home, else /etc/verge/profile.yaml).")
    private @Nullable Path profile;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            defaultValue = "${env:VERGE_HOME}",
            description =
                    "Put everything under one folder: profile.yaml, var/. Without it: /etc/verge and /var/lib/verge.")
    private @Nullable Path home;

    public RunCommand(PrintWriter err, Clock clock) {
        this.err = err;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path file = profile != null ? profile : home != null ? home.resolve("profile.yaml") : PROFILE;
        if (!Files.isReadable(file)) {
            err.println("error: there is no device profile " + file + ": give one with --profile, or see `verge demo`");
            return ExitCode.CONFIGURATION;
        }
        Places places = new Places(Installation.folder(), file, home == null ? STATE : home.resolve("var"));
        AgentLog.start(places, Level.INFO);
        BoxAgent box = BoxAgent.decide(places, clock);
        return AgentProcess.run(box.agent(), err, box);
    }
}
