package io.verge.agent.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.transfer.coap.CoapLine;
import io.verge.transfer.coap.CoapSource;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaptopFolderTest {
    private static AgentOptions box(String host) {
        AgentOptions options = new AgentOptions();
        options.host = host;
        options.securePort = 5684;
        return options;
    }

    @Test
    void isReachedByTheBoxAtTheAddressThatItNames(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("timestamp.json"), "{}");
        try (LaptopFolder shared = LaptopFolder.share(folder, box("127.0.0.2"));
                CoapLine line = new CoapLine();
                InputStream in = new CoapSource(line, URI.create(shared.uri())).range("timestamp.json", 0, 10)) {
            assertThat(in.readAllBytes()).asString().isEqualTo("{}");
        }
    }

    @Test
    void saysThatThereIsNoWayToTheBox(@TempDir Path folder) {
        assertThatThrownBy(() -> LaptopFolder.share(folder, box("no.such.host.invalid")))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("cannot be offered to no.such.host.invalid");
    }
}
