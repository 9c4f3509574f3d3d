package io.verge.cloud.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be sent, and what may not. */
class ShelfTest {
    private static final Set<Source> ALL = EnumSet.allOf(Source.class);

    @TempDir
    private Path state = Path.of("");

    private FileBox box = new FileBox(Path.of(""));
    private Shelf shelf = new Shelf(Path.of(""));

    @BeforeEach
    void begin() throws Exception {
        box = new FileBox(state);
        shelf = new Shelf(state);
        box.file("log/verge.log.0", "log");
        box.file("outbox/damaged-20261128T101500.db", "records");
        box.file("outbox/damaged-20261128T101500.db-wal", "more");
        box.file("outbox/outbox.db", "in use");
        box.file("capture/street.pcap", "packets");
        box.file("coap.key", "secret");
        box.file("log/secret.txt", "secret");
    }

    @Test
    void onlyWhatMayBeSentIsListed() {
        assertThat(shelf.list(ALL))
                .extracting(ShelfEntry::name)
                .containsExactlyInAnyOrder(
                        "verge.log.0", "damaged-20261128T101500.db", "damaged-20261128T101500.db-wal", "street.pcap");
    }

    @Test
    void aBoxWithoutAnyOfThemListsNothing() {
        assertThat(new Shelf(state.resolve("nowhere")).list(ALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "log, ../coap.key, 404",
        "log, verge.log.0/../../coap.key, 404",
        "log, ./verge.log.0, 404",
        "log, /etc/passwd, 404",
        "log, secret.txt, 404",
        "log, VERGE.LOG.0, 404",
        "outbox, outbox.db, 404",
        "outbox, '', 404",
        "capture, street.pcap%00, 404",
        "., coap.key, 403",
        "../log, verge.log.0, 403",
        "LOG, verge.log.0, 403",
    })
    void whatIsNotOneOfThemIsRefusedWithAReason(String source, String name, int code) {
        assertThatThrownBy(() -> shelf.open(ALL, source, name))
                .isInstanceOfSatisfying(FileRefusedException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.getMessage()).doesNotContain(name.isEmpty() ? "\0" : name);
                });
    }

    @Test
    void aSourceThatIsSwitchedOffIsNotThere() {
        assertThatThrownBy(() -> shelf.open(EnumSet.of(Source.LOG), "capture", "street.pcap"))
                .hasMessage("source: one of log was expected");
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        Files.createSymbolicLink(state.resolve("capture/link.pcap"), state.resolve("coap.key"));

        assertThatThrownBy(() -> shelf.open(ALL, "capture", "link.pcap")).isInstanceOf(FileRefusedException.class);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws Exception {
        FileBox small = new FileBox(state, "largest", 1);
        small.file("capture/large.pcap", "x".repeat(1_000_001));

        assertThatThrownBy(() -> small.files.send("capture", "large.pcap", 0, OptionalLong.empty()))
                .hasMessageContaining("up to 1 MB");
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "3, 3", "2, 1", "5, 6"})
    void aPartThatIsNotWithinTheFileIsRefused(long from, long to) {
        assertThatThrownBy(() -> box.files.send("log", "verge.log.0", from, OptionalLong.of(to)))
                .hasMessageContaining("the file has 3 octets");
    }
}
