package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The key that vouches for boxes can stay in a token: SoftHSM 2 stands for one. In a process of its own, since SoftHSM looks for its tokens
 * by a variable of the environment.
 */
@Tag("interop")
class TokenInteropTest {
    private static final List<String> PLACES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so");

    @TempDir
    Path folder = Path.of("");

    private static Optional<Path> library() {
        String named = System.getenv("VERGE_SOFTHSM");
        return Stream.concat(named == null ? Stream.of() : Stream.of(named), PLACES.stream())
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }

    @BeforeEach
    void makeAToken() throws Exception {
        Optional<Path> found = library();
        assumeTrue(found.isPresent(), "SoftHSM 2 is not installed (softhsm2); VERGE_SOFTHSM may name its library");
        Path library = found.orElseThrow();
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens") + "\nlog.level = ERROR\n");
        Files.writeString(folder.resolve("token.cfg"), "name = verge\nlibrary = " + library + "\nslotListIndex = 0\n");
        Files.writeString(folder.resolve("pin"), "4711\n");
        assertThat(run(
                        "softhsm2-util",
                        "--init-token",
                        "--slot",
                        "0",
                        "--label",
                        "verge",
                        "--pin",
                        "4711",
                        "--so-pin",
                        "4712",
                        "--module",
                        library.toString()))
                .contains("initialized");
    }

    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private String provision(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path", ""),
                "io.verge.authority.Main"));
        command.addAll(List.of(args));
        command.addAll(List.of("--pkcs11", "token.cfg", "--pin-file", "pin"));
        return run(command.toArray(String[]::new));
    }

    @Test
    void theTokenVouchesForBoxesAndKeepsItsKey() throws Exception {
        String founded = provision("init-authority", "authority");
        String enrolled = provision("enroll", "box-17", "--authority", "authority", "--home", "box");

        assertThat(folder.resolve("authority/offline/ca.p12"))
                .as(founded + enrolled)
                .doesNotExist();
        var own = Certificates.own(folder.resolve("box"));
        Certificates.validate(
                own,
                Certificates.pem(folder.resolve("authority/ca.pem")),
                own.getNotAfter().toInstant().minusSeconds(1));
    }
}
