package io.verge.itests.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with a profile for one agent, and the command line that goes with it. */
final class Home {
    private static final Path DEMO = Path.of(System.getProperty("verge.distribution", ""), "device-profiles", "demo");

    /** The ports of the demo's devices all begin with this. */
    private static final String DEMO_PORTS = "614";

    private final Path folder;
    /** The first of a hundred ports that no other agent on this machine has. */
    private final int ports;

    private Home(Path folder, int ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** The crossing of the demo, with its simulator, on ports of its own: a demo may run beside the tests. */
    static Home ofDemo(Path folder) throws IOException {
        int hundred = 200 + (int) (ProcessHandle.current().pid() % 100);
        try (Stream<Path> files = Files.list(DEMO)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                boolean profile = file.endsWith("profile.yaml");
                Files.writeString(
                        folder.resolve(file.getFileName()),
                        profile ? text.replace(DEMO_PORTS, Integer.toString(hundred)) : text);
            }
        }
        Home home = new Home(folder, hundred * 100);
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

    Verge.Result verge(String... arguments) throws Exception {
        return Verge.run(environment(), arguments);
    }
}
