package io.verge.transfer.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoapSourceTest {
    @TempDir
    private Path folder = Path.of("");

    private final byte[] content = new byte[10_000];
    private CoapFolder laptop;
    private final CoapLine line = new CoapLine();
    private CoapSource box;

    @BeforeEach
    void open() throws IOException {
        new Random(7).nextBytes(content);
        Files.createDirectories(folder.resolve("targets/bundles"));
        Files.write(folder.resolve("targets/bundles/one.jar"), content);
        Files.write(folder.resolve("targets/full-block"), Arrays.copyOf(content, 2048));
        laptop = new CoapFolder(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        box = new CoapSource(
                line, URI.create("coap://127.0.0.1:" + laptop.address().getPort()));
    }

    @AfterEach
    void close() {
        line.close();
        laptop.close();
    }

    private byte[] read(String path, long from, long to) throws IOException {
        try (InputStream in = box.range(path, from, to)) {
            return in.readAllBytes();
        }
    }

    @Test
    void bringsAFileBlockByBlock() throws IOException {
        assertThat(read("targets/bundles/one.jar", 0, content.length)).isEqualTo(content);
    }

    @Test
    void goesOnInTheMiddleOfABlock() throws IOException {
        assertThat(read("targets/bundles/one.jar", 5_001, 9_003)).isEqualTo(Arrays.copyOfRange(content, 5_001, 9_003));
        assertThat(laptop.given()).isLessThan(6 * 1024);
    }

    @Test
    void endsWhereTheFileDoes() throws IOException {
        assertThat(read("targets/bundles/one.jar", 9_990, 20_000)).hasSize(10);
        assertThat(read("targets/full-block", 0, 5_000)).hasSize(2_048);
    }

    @Test
    void saysThatTheLaptopHasNoSuchFile() {
        assertThatThrownBy(() -> read("targets/other.jar", 0, 10))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ABSENT));
    }

    @Test
    void asksForNothingOutsideTheFolder() {
        assertThatThrownBy(() -> read("../secret", 0, 10))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ABSENT));
        assertThat(laptop.given()).isZero();
    }

    @Test
    void givesNoFileToWhichALinkLeadsOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("link"), secret);
        assertThatThrownBy(() -> read("link", 0, 10))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
    }
}
