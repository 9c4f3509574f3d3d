package io.verge.update.internal.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.verge.api.disk.LocalDisk;
import io.verge.api.update.UpdateRefusedException;
import io.verge.testkit.ManualClock;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpSettings;
import io.verge.trust.Way;
import io.verge.update.internal.engine.Supply;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileSuppliesTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void repository() throws IOException {
        Files.createDirectories(folder.resolve("metadata"));
        Files.createDirectories(folder.resolve("targets/drivers"));
        Files.writeString(folder.resolve("metadata/timestamp.json"), "now");
        Files.writeString(folder.resolve("targets/drivers/radar.jar"), "a radar");
    }

    private static ProfileSupplies supplies(String... sources) {
        Http http = new Http(HttpSettings.DEFAULT, ManualClock.standing());
        return new ProfileSupplies(
                List.of(sources).stream().map(URI::create).toList(),
                Map.of(
                        "file", Makers.folders(new LocalDisk()),
                        "http", Makers.servers(http),
                        "https", Makers.servers(http)));
    }

    private static String file(Supply supply, String path, int from, int to) throws IOException {
        try (InputStream in = supply.files().range(path, from, to)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFolderIsARepositoryThatSomebodyHasCarriedHere() throws Exception {
        Supply supply = supplies().open(folder.toUri().toString());

        assertThat(supply.metadata().fetch("timestamp.json", 100)).asString().isEqualTo("now");
        assertThat(supply.metadata().way()).isEqualTo(Way.CARRIED);
        assertThat(file(supply, "drivers/radar.jar", 2, 7)).isEqualTo("radar");
    }

    @Test
    void aWebServerIsARepository() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/verge/", exchange -> {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring("/verge/".length()));
            byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/verge";
            Supply supply = supplies(address).open("");

            assertThat(supply.metadata().fetch("timestamp.json", 100))
                    .asString()
                    .isEqualTo("now");
            assertThat(supply.metadata().way()).isEqualTo(Way.ONLINE);
            assertThatThrownBy(() -> supply.metadata().fetch("2.root.json", 100))
                    .isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> supply.metadata().fetch("timestamp.json", 2))
                    .isInstanceOf(IOException.class);
            assertThat(file(supply, "drivers/radar.jar", 2, 7)).isEqualTo("radar");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theFirstOfTheProfileIsTheUsualOne() throws Exception {
        ProfileSupplies supplies = supplies("file:/media/a", "file:/media/b");

        assertThat(supplies.open("").origin()).isEqualTo("/media/a");
        assertThat(supplies.open("file:/media/b").origin()).isEqualTo("/media/b");
    }

    @Test
    void aPasswordIsNotShown() throws Exception {
        ProfileSupplies supplies = supplies("https://box:secret@releases.example/verge");

        assertThat(supplies.names()).containsExactly("https://releases.example/verge");
        assertThat(supplies.open("https://releases.example/verge").origin())
                .isEqualTo("https://releases.example/verge/");
    }

    @Test
    void whatIsNoSourceIsRefusedWithTheReason() {
        assertThatThrownBy(() -> supplies().open(""))
                .isInstanceOf(UpdateRefusedException.class)
                .hasMessageContainingAll("section update", "--from");
        assertThatThrownBy(() -> supplies().open("gopher://x/"))
                .hasMessageContainingAll("gopher://x/", "file, http, https");
        assertThatThrownBy(() -> supplies().open("my stick")).hasMessageContaining("no URI");
        assertThatThrownBy(() -> supplies().open("file:stick")).hasMessageContaining("no folder");
        assertThatThrownBy(() -> supplies().open("http:stick")).hasMessageContaining("no address of a server");
    }
}
