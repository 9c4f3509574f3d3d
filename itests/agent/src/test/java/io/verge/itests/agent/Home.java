package io.verge.itests.agent;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with a profile for one agent, and the command line that goes with it. */
final class Home {
    private static final Path DEMO = Path.of(System.getProperty("verge.distribution", ""), "device-profiles", "demo");

    /** The ports of the demo's devices all begin with this. */
    private static final String DEMO_PORTS = "614";

    /** Blocks of a hundred ports, from 20000 on: below those that the system gives away. */
    private static final int FIRST_HUNDRED = 200;

    private static final int HUNDREDS = 100;
    private static final DatagramSocket GUARD = guard();

    private static final Pattern INCIDENTS = Pattern.compile("(?m)^    incidents:\\R(?:      .*\\R)+");
    private static final Pattern PRIORITY = Pattern.compile("(?m)^  signal-priority:.*$");

    private final Path folder;
    /** The first of a hundred ports that no agent of another test process has. */
    private final int ports;

    private Home(Path folder, int ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** Holds the first port of a block for as long as this process lives: who has it has the block. */
    private static DatagramSocket guard() {
        int wanted = (int) (ProcessHandle.current().pid() % HUNDREDS);
        for (int i = 0; i < HUNDREDS; i++) {
            int port = (FIRST_HUNDRED + (wanted + i) % HUNDREDS) * 100;
            try {
                return new DatagramSocket(port, InetAddress.getLoopbackAddress());
            } catch (SocketException e) {
                // Another process has it.
            }
        }
        throw new IllegalStateException("all hundreds of ports are taken");
    }

    /** The crossing of the demo, with its simulator, on ports of its own: a demo may run beside the tests. */
    static Home ofDemo(Path folder) throws IOException {
        int ports = GUARD.getLocalPort();
        try (Stream<Path> files = Files.list(DEMO)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                boolean profile = file.endsWith("profile.yaml");
                Files.writeString(
                        folder.resolve(file.getFileName()),
                        profile ? text.replace(DEMO_PORTS, Integer.toString(ports / 100)) : text);
            }
        }
        Home home = new Home(folder, ports);
        home.diagnostics("");
        return home;
    }

    /** Opens the maintainer's door on ports of its own; what follows is more of the block. */
    void diagnostics(String more) throws IOException {
        String block = "\ndiagnostics: {port: " + port() + ", securePort: " + securePort() + more + "}\n";
        String text = Files.readString(profile());
        int old = text.indexOf("\ndiagnostics:");
        Files.writeString(profile(), (old < 0 ? text : text.substring(0, old)) + block);
    }

    /** Puts a section before the others' last one. */
    void section(String text) throws IOException {
        Files.writeString(profile(), Files.readString(profile()).replace("\napps:", "\n" + text + "\napps:"));
    }

    int port() {
        return ports + 83;
    }

    int securePort() {
        return ports + 84;
    }

    Map<String, String> environment() {
        return Map.of(
                "VERGE_HOME", folder.toString(),
                "VERGE_PORT", Integer.toString(port()),
                "VERGE_SECURE_PORT", Integer.toString(securePort()));
    }

    Path profile() {
        return folder.resolve("profile.yaml");
    }

    Path state() {
        return folder.resolve("var");
    }

    /** Takes away what happens on the demo's crossing, so that no update waits for a calm moment. */
    void calm() throws IOException {
        String text = Files.readString(profile());
        String calm = INCIDENTS.matcher(text).replaceFirst("");
        calm = PRIORITY.matcher(calm).replaceFirst("");
        if (calm.lines().count() > text.lines().count() - 2) {
            throw new IllegalStateException("the demo has other incidents, or another app for buses:\n" + calm);
        }
        Files.writeString(profile(), calm);
    }

    Verge.Result verge(String... arguments) throws Exception {
        return Verge.run(environment(), arguments);
    }

    /** Asks again and again: nothing tells an outsider when an agent is ready. */
    void awaitOk() throws Exception {
        RunningAgent.await(() -> verge("status"), status -> status.code() == 0);
    }

    Map<String, Object> device(String id) throws Exception {
        return json("devices").stream()
                .filter(device -> id.equals(device.get("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no device " + id));
    }

    long counter(String device, String name) throws Exception {
        if (device(device).get("counters") instanceof Map<?, ?> counters && counters.get(name) instanceof Number n) {
            return n.longValue();
        }
        throw new AssertionError("device " + device + " does not count " + name);
    }

    /** The objects of an array that a command prints with {@code --json}. */
    List<Map<String, Object>> json(String... command) throws Exception {
        String[] asJson = Arrays.copyOf(command, command.length + 1);
        asJson[command.length] = "--json";
        Verge.Result result = verge(asJson);
        return parse(result.lines().get(result.lines().size() - 1));
    }

    @SuppressWarnings("unchecked") // JSON's arrays of objects
    private static List<Map<String, Object>> parse(String line) throws IOException {
        return (List<Map<String, Object>>) (List<?>) JSON.std.listFrom(line);
    }
}
