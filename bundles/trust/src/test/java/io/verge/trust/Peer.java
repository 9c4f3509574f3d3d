package io.verge.trust;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Implementations of TUF by others, run as programs. */
final class Peer {
    private static final Path NODE_MODULES =
            Path.of(System.getProperty("user.home"), ".cache", "verge", "peers", "node_modules");

    private Peer() {}

    /** tuf-js: what it prints. */
    static String tufJs(String script, Object... arguments) throws Exception {
        assumeTrue(
                Files.isDirectory(NODE_MODULES.resolve("tuf-js")),
                "tuf-js is not there: npm install --prefix ~/.cache/verge/peers tuf-js@3.1.0");
        return run(List.of("node"), script, arguments);
    }

    /** securesystemslib, as Debian packages it: what it prints. */
    static String secureSystemsLib(String script, Object... arguments) throws Exception {
        List<String> python = List.of("/usr/bin/python3");
        assumeTrue(
                new ProcessBuilder("/usr/bin/python3", "-c", "import securesystemslib, nacl")
                                .start()
                                .waitFor()
                        == 0,
                "securesystemslib is not there: apt-get install python3-securesystemslib python3-nacl");
        return run(python, script, arguments);
    }

    private static String run(List<String> interpreter, String script, Object... arguments)
            throws IOException, InterruptedException, URISyntaxException {
        List<String> command = new ArrayList<>(interpreter);
        command.add(Path.of(Objects.requireNonNull(Peer.class.getResource("/interop/" + script))
                        .toURI())
                .toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NODE_PATH", NODE_MODULES.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(60, TimeUnit.SECONDS);
        return said.strip();
    }
}
