package io.verge.agent.run;

import io.verge.agent.launcher.Agent;
import io.verge.agent.launcher.AgentLog;
import io.verge.agent.launcher.Mode;
import io.verge.agent.launcher.Places;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole agent on a desk: a simulated crossing plays the devices. */
@Command(
        name = "demo",
        description = "Run the agent with a simulated crossing that plays the devices.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private final PrintWriter err;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description = "End after so many seconds (default: when it is told to stop).")
    private int seconds;

    @Option(names = "--profile", paramLabel = "FILE", description = "Another profile than the one that is shipped.")
    private @Nullable Path profile;

    @Option(
            names = "--broker",
            paramLabel = "URI",
            description =
                    "An MQTT 5 broker, such as mqtt://HOST:1883 (default: one that the demo starts; 'none' is no cloud"
                            + " at all).")
    private @Nullable String broker;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description =
                    "Keep its files in this new folder, and its key in it: `verge bundle` and `verge update` take the"
                            + " same --home (default: a temporary folder).")
    private @Nullable Path home;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "A root of trust (root.json): releases that it vouches for can be tried with `verge update`.")
    private @Nullable Path trust;

    @Option(names = "--verbose", description = "Show the log, not only warnings.")
    private boolean verbose;

    public DemoCommand(PrintWriter err) {
        this.err = err;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path installation = Installation.folder();
        Path shipped = profile != null ? profile : installation.resolve("device-profiles/demo/profile.yaml");
        try (Workspace workspace = home == null ? Workspace.create("demo") : Workspace.kept(home)) {
            Path copy = copy(shipped, workspace.folder().resolve("profile"));
            Closeable all = withBroker(installation, workspace);
            Places places = new Places(installation, copy, workspace.folder().resolve("var"));
            AgentLog.start(places, verbose ? Level.INFO : Level.WARNING);
            try {
                return AgentProcess.run(new Agent(Mode.DEMO, places, Map.of()), err, all);
            } finally {
                AgentLog.stop();
            }
        }
    }

    /** Ends the broker first, then the workspace; without one of its own, the workspace alone. */
    private Closeable withBroker(Path installation, Workspace workspace) throws IOException {
        if (broker != null) {
            return workspace;
        }
        Optional<DemoBroker> own = DemoBroker.start(installation);
        if (own.isEmpty()) {
            return workspace;
        }
        return () -> {
            own.get().close();
            workspace.close();
        };
    }

    /** With the demo's own block; beside the maps that the profile names. */
    private Path copy(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path parent = file.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(parent)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                Files.copy(one, folder.resolve(one.getFileName()));
            }
        }
        if (trust != null) {
            Files.createDirectories(folder.resolve("trust"));
            Files.copy(trust, folder.resolve("trust").resolve("root.json"));
        }
        Path copy = folder.resolve(file.getFileName());
        String text = Files.readString(file);
        return Files.writeString(
                copy, text + "\ndemo: {seconds: " + Math.max(0, seconds) + "}\n" + cloud() + update(text));
    }

    /** Nobody wants to look at a desk for five minutes. */
    private static String update(String profile) {
        boolean own = profile.startsWith("update:") || profile.contains("\nupdate:");
        return own ? "" : "update: {probation: 20}\n";
    }

    /** Tries again at once: on a desk there is no herd of boxes. */
    private String cloud() {
        String address = broker == null ? DemoBroker.ADDRESS : broker;
        return address.equals("none") ? "" : "cloud: {broker: " + Yaml.quoted(address) + ", spread: 1}\n";
    }
}
