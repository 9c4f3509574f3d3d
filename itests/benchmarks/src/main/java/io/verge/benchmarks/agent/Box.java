package io.verge.benchmarks.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of its own for one agent, with its profile; deleted at the end. All ports are others than those of the shipped
 * profile, so that a demo may run beside.
 */
final class Box implements AutoCloseable {
    private static final int COAP = 62_483;
    private static final int SECURE_COAP = 62_484;
    private static final Pattern SHIPPED_PORT = Pattern.compile("\\b614(\\d\\d)\\b");
    private static final long START_SECONDS = 60;
    private static final long COMMAND_SECONDS = 60;

    private final Path distribution;
    private final Path folder;

    private Box(Path distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    /** With this profile. */
    static Box of(Path distribution, String profile) throws IOException {
        Box box = new Box(distribution, Files.createTempDirectory("verge-limits-"));
        String doors = "\ndiagnostics: {port: " + COAP + ", securePort: " + SECURE_COAP + "}\n";
        Files.writeString(box.folder.resolve("profile.yaml"), profile + doors);
        return box;
    }

    /**
     * The crossing of the demo, with its simulator.
     *
     * @param edit what is to be changed of the profile; its ports are 624nn
     */
    static Box ofDemo(Path distribution, UnaryOperator<String> edit) throws IOException {
        Path demo = distribution.resolve("device-profiles").resolve("demo");
        String shipped = Files.readString(demo.resolve("profile.yaml"));
        Box box = of(distribution, edit.apply(SHIPPED_PORT.matcher(shipped).replaceAll(port -> "624" + port.group(1))));
        Files.copy(demo.resolve("crossing.geojson"), box.folder.resolve("crossing.geojson"));
        return box;
    }

    /** Replaces what must be there. */
    static String replace(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalStateException("the profile of the demo has no '" + from + "' any more");
        }
        return text.replace(from, to);
    }

    /** Where files may be put that go with the box. */
    Path folder() {
        return folder;
    }

    /** A bundle as it is shipped. */
    Path shipped(String kind, String artifact) throws IOException {
        try (Stream<Path> jars = Files.list(distribution.resolve("bundles").resolve(kind))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(artifact + "-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + artifact + " in bundles/" + kind));
        }
    }

    /** Starts the agent. */
    Verge run(String javaOptions) throws IOException {
        return Verge.start(
                distribution, folder.resolve("agent.txt"), javaOptions, List.of("run", "--home", folder.toString()));
    }

    /** Starts the agent and waits until all its parts are OK. */
    Verge runUntilOk(String javaOptions) throws IOException, InterruptedException {
        Verge agent = run(javaOptions);
        try {
            awaitOk(agent);
        } catch (IOException | InterruptedException | RuntimeException e) {
            agent.close();
            throw e;
        }
        return agent;
    }

    private void awaitOk(Verge agent) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        try (CoapDoor door = door()) {
            while (!door.isOk()) {
                if (!agent.alive() || System.nanoTime() > deadline) {
                    throw new IOException("the agent did not become OK; " + agent.said());
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /** Runs a command of an operator to its end; it must succeed. */
    void command(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder.toString(), "--port", "" + COAP, "--secure-port", "" + SECURE_COAP));
        try (Verge verge = Verge.start(distribution, folder.resolve("command.txt"), "", all)) {
            int code = verge.exitCode(COMMAND_SECONDS);
            if (code != 0) {
                throw new IOException(
                        "verge " + String.join(" ", arguments) + " ended with " + code + "; " + verge.said());
            }
        }
    }

    CoapDoor door() throws IOException {
        return new CoapDoor(COAP);
    }

    @Override
    public void close() throws IOException {
        deleteAll(folder);
    }

    /** A folder with everything in it. */
    static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
