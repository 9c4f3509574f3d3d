package io.verge.agent.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.verge.agent.cli.ExitCode;
import io.verge.agent.launcher.Agent;
import io.verge.agent.launcher.AgentLog;
import io.verge.agent.launcher.Mode;
import io.verge.agent.launcher.Places;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What sensors saw once, through the same bundles as in the field, in the recording's own time. */
@Command(
        name = "replay",
        description = "Run a recording (verge-recording/1) through the agent, in its own time.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    private static final int HEADER_LIMIT = 1 << 20;

    private final PrintWriter err;

    @Parameters(paramLabel = "FILE", description = "The recording, .jsonl or .jsonl.gz.")
    private Path file = Path.of("");

    @Option(
            names = "--site",
            paramLabel = "FOLDER",
            description =
                    "A profile, or its folder, whose box, map, messages and apps to use; its devices are replaced by"
                            + " the recording. Without it the recording says where it was made.")
    private @Nullable Path site;

    @Option(names = "--scenes", paramLabel = "OUT.jsonl", description = "Write each scene (verge-scenes/1).")
    private @Nullable Path scenes;

    @Option(names = "--messages", paramLabel = "OUT.pcap", description = "Write each message that would go on the air.")
    private @Nullable Path messages;

    @Option(
            names = "--speed",
            paramLabel = "max|FACTOR",
            defaultValue = "max",
            description = "As fast as possible, or so many times as fast as it was (default: max).")
    private String speed = "max";

    @Option(
            names = "--set",
            paramLabel = "SET",
            defaultValue = "csae",
            description = "The message set without --site: csae, sae or etsi (default: csae).")
    private String set = "csae";

    public ReplayCommand(PrintWriter err) {
        this.err = err;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            err.println("error: " + file + " cannot be read");
            return ExitCode.IO_ERROR;
        }
        String base;
        try {
            base = site == null ? fromHeader() : SiteProfile.withoutDevices(site);
        } catch (IOException e) {
            err.println("error: " + e.getMessage());
            return ExitCode.CONFIGURATION;
        }
        try (Workspace workspace = Workspace.create("replay")) {
            Path profile = workspace.write("profile.yaml", base + ours());
            AgentLog.startConsole(Level.WARNING);
            Places places = new Places(
                    Installation.folder(), profile, workspace.folder().resolve("var"));
            return AgentProcess.run(new Agent(Mode.REPLAY, places, Map.of()), err, workspace);
        }
    }

    private String ours() {
        Map<String, String> replay = new LinkedHashMap<>();
        replay.put("speed", Yaml.quoted(speed).equals("\"" + speed + "\"") ? speed : "max");
        if (scenes != null) {
            replay.put("scenes", scenes.toAbsolutePath().toString());
        }
        if (messages != null) {
            replay.put("messages", messages.toAbsolutePath().toString());
        }
        return "devices:\n  recording: "
                + Yaml.map(Map.of(
                        "driver", "recording", "file", file.toAbsolutePath().toString()))
                + "\nreplay: " + Yaml.map(replay) + "\n";
    }

    private String fromHeader() throws IOException {
        Map<String, String> box = new LinkedHashMap<>();
        box.put("id", "replay");
        box.putAll(origin());
        return "box: " + Yaml.map(box) + "\nmessages: {set: " + Yaml.quoted(set) + "}\napps: {sensor-sharing: {}}\n";
    }

    private Map<String, String> origin() throws IOException {
        try (InputStream in = open(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                JsonParser header = new JsonFactory().createParser(firstLine(reader))) {
            while (header.nextToken() != null) {
                if (header.currentToken() == JsonToken.FIELD_NAME && "origin".equals(header.currentName())) {
                    header.nextToken();
                    return numbers(header);
                }
            }
        }
        throw new IOException(file + ":1: a header with \"origin\":{\"latitude\",\"longitude\"} was expected");
    }

    private static Map<String, String> numbers(JsonParser object) throws IOException {
        Map<String, String> numbers = new LinkedHashMap<>();
        while (object.nextToken() == JsonToken.FIELD_NAME) {
            String name = object.currentName();
            object.nextToken();
            numbers.put(name, Double.toString(object.getDoubleValue()));
        }
        numbers.putIfAbsent("elevation", "0.0");
        return numbers;
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
            line.append((char) c);
            if (line.length() > HEADER_LIMIT) {
                throw new IOException("the header is longer than " + HEADER_LIMIT + " characters");
            }
        }
        return line.toString();
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
