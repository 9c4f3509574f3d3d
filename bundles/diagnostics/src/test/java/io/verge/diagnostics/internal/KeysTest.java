package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
    private static final String SECRET = "00112233445566778899aabbccddeeff";

    private final List<String> log = new ArrayList<>();
    private final Logger logger = Logger.getLogger(Keys.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            log.add(new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Path own;
    private Path others;

    @BeforeEach
    void start(@TempDir Path folder) {
        own = folder.resolve("var").resolve("coap.key");
        others = folder.resolve("keys");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void end() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private Map<String, Keys.Key> load(String file) throws IOException {
        return Keys.load(own, file, new SecureRandom()).all();
    }

    private Map<String, Keys.Key> loadWith(String lines) throws IOException {
        Files.writeString(others, lines);
        return load(others.toString());
    }

    @Test
    void theBoxMakesItselfAKey() throws IOException {
        Map<String, Keys.Key> keys = load("");

        assertThat(keys).containsOnlyKeys("local");
        assertThat(keys.get("local")).satisfies(key -> {
            assertThat(key.rights().role()).isEqualTo(Role.OPERATOR);
            assertThat(key.octets()).hasSize(32);
        });
    }

    @Test
    void onlyTheAgentsUserMayReadIt() throws IOException {
        load("");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingElseIsLeftBesideIt() throws IOException {
        load("");

        assertThat(own.getParent()).isDirectoryContaining(own::equals);
        assertThat(own.resolveSibling("coap.key.tmp")).doesNotExist();
    }

    @Test
    void theKeyIsMadeOnce() throws IOException {
        Map<String, Keys.Key> first = load("");

        assertThat(load("")).isEqualTo(first);
    }

    @Test
    void noTwoBoxesHaveTheSame() throws IOException {
        Map<String, Keys.Key> first = load("");
        Files.delete(own);

        assertThat(load("")).isNotEqualTo(first);
    }

    @Test
    void anOwnKeyThatIsWrongIsNamed() throws IOException {
        Files.createDirectories(own.resolveSibling("x").getParent());
        Files.writeString(own, "local maintainer 00\n");

        assertThatThrownBy(() -> load("")).isInstanceOf(IOException.class).hasMessageContaining(own + ":1");
    }

    @Test
    void peopleHaveKeysOfTheirOwn() throws IOException {
        Map<String, Keys.Key> keys =
                loadWith("# who may come\n\nann viewer " + SECRET + "\n  bob   maintainer\t" + SECRET + "AA\n");

        assertThat(keys).containsOnlyKeys("local", "ann", "bob");
        assertThat(keys.get("ann")).extracting(key -> key.rights().role()).isEqualTo(Role.VIEWER);
        assertThat(keys.get("bob")).extracting(key -> key.rights().role()).isEqualTo(Role.MAINTAINER);
    }

    @ParameterizedTest
    @CsvSource({
        "ann viewer, expected `identity role hexadecimal key`",
        "ann viewer SECRET more, expected `identity role hexadecimal key`",
        "'ann SECRET viewer', 'the second word is wrong: a role is viewer, maintainer, operator or vendor:PREFIX'",
        "'ann viewer SECRETx', 'a key is hexadecimal, of at least 16 octets'",
        "'ann viewer 0011', 'a key is hexadecimal, of at least 16 octets'",
        "local viewer SECRET, this identity has a key already",
        "bob viewer SECRET, this identity has a key already"
    })
    void aBadLineIsNamedWithoutTheSecret(String line, String reason) throws IOException {
        loadWith("bob viewer " + SECRET + "\n" + line.replace("SECRET", SECRET) + "\n");

        assertThat(log).singleElement().asString().contains(others + ":2: " + reason);
        assertThat(log.toString()).doesNotContain(SECRET);
    }

    @Test
    void ofAFileWithABadLineNoKeyCountsButTheOwnDoes() throws IOException {
        assertThat(loadWith("bob viewer " + SECRET + "\nann\n")).containsOnlyKeys("local");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        assertThat(load(others.toString())).containsOnlyKeys("local");
        assertThat(log).singleElement().asString().contains("NoSuchFileException", others.toString());
    }

    @Test
    void aFileOfAnySizeIsNotRead() throws IOException {
        assertThat(loadWith("#".repeat(200_000))).containsOnlyKeys("local");
        assertThat(load("/dev/zero")).containsOnlyKeys("local");
    }

    @Test
    void aKeyIsNotShown() throws IOException {
        assertThat(loadWith("ann viewer " + SECRET).get("ann")).hasToString("VIEWER");
    }
}
