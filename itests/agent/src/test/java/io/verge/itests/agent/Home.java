package io.verge.itests.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with a profile for one agent, and the command line that goes with it. */
final class Home {
    private static final Path DEMO = Path.of(System.getProperty("verge.distribution", ""), "device-profiles", "demo");

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** The crossing of the demo, with its simulator. */
    static Home ofDemo(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(DEMO)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return new Home(folder);
    }

    Map<String, String> environment() {
        return Map.of("VERGE_HOME", folder.toString());
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
