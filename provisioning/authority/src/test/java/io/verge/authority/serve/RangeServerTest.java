package io.verge.authority.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.Sha256;
import io.verge.broker.DeskBroker;
import io.verge.mqtt.Arrival;
import io.verge.mqtt.BrokerAccess;
import io.verge.mqtt.BrokerSession;
import io.verge.mqtt.Outgoing;
import io.verge.mqtt.SessionSettings;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A repository, a real broker, and a box that asks. */
@Timeout(120)
class RangeServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BASE = "verge/v1/t/crossing-1/file/r-1/";

    @TempDir
    private Path folder = Path.of("");

    private final byte[] bundle = new byte[300_000];
    private DeskBroker broker;
    private Serving serving;
    private BrokerSession box;

    @BeforeEach
    void start() throws Exception {
        new Random(1).nextBytes(bundle);
        Path repository = Files.createDirectories(folder.resolve("repository"));
        Files.createDirectories(repository.resolve("metadata"));
        Files.createDirectories(repository.resolve("targets/bundles"));
        Files.write(repository.resolve("targets/bundles/a.jar"), bundle);
        Files.writeString(repository.resolve("metadata/timestamp.json"), "{}");
        Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(repository.resolve("targets/out"), folder.resolve("secret"));
        broker = DeskBroker.start(0);
        BrokerAccess access = BrokerAccess.plain("mqtt://127.0.0.1:" + broker.port());
        RangeServer.Terms terms = new RangeServer.Terms("t", repository, "releases/", 10_000_000, 10_000_000);
        serving = Serving.begin(out -> {
            RangeServer server = new RangeServer(access, terms, InstantSource.system(), out);
            return new Serving.Server(server::run, server::stop);
        });
        box = BrokerSession.open(
                new SessionSettings(access, "crossing-1", List.of(BASE + "data"), Duration.ZERO, 64, null));
    }

    @AfterEach
    void stop() throws Exception {
        box.close();
        serving.stop();
        broker.close();
    }

    @Test
    void aPartComesInPiecesThatSayWhereTheyBelong() throws Exception {
        ask("releases/targets/bundles/a.jar", 100_000, 300_001);

        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (whole.size() < 200_000) {
            Arrival piece = next();
            assertThat(piece.properties())
                    .containsEntry("offset", Integer.toString(100_000 + whole.size()))
                    .containsEntry("total", "300000")
                    .containsEntry("sha256", Sha256.of(bundle).hex());
            whole.write(piece.content());
        }
        assertThat(whole.toByteArray()).isEqualTo(java.util.Arrays.copyOfRange(bundle, 100_000, 300_000));
    }

    @Test
    void whatIsNotThereOrNotToBeHadIsRefused() throws Exception {
        for (String path : List.of(
                "releases/targets/none.jar",
                "releases/targets/out",
                "releases/../secret",
                "releases/metadata",
                "other/metadata/timestamp.json")) {
            ask(path, 0, 10);
            assertThat(next().properties()).as(path).containsEntry("code", "404");
        }
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        ask("releases/targets/bundles/a.jar", 0, 262_145);
        assertThat(next().properties()).containsEntry("code", "400").containsKey("why");
    }

    @Test
    void aFileThatHasChangedHasAnotherHash() throws Exception {
        ask("releases/metadata/timestamp.json", 0, 10);
        assertThat(next().properties())
                .containsEntry("sha256", Sha256.of("{}".getBytes(UTF_8)).hex());
        Files.writeString(folder.resolve("repository/metadata/timestamp.json"), "{ }");

        ask("releases/metadata/timestamp.json", 0, 10);
        assertThat(next().properties())
                .containsEntry("sha256", Sha256.of("{ }".getBytes(UTF_8)).hex());
    }

    private void ask(String path, int from, int to) throws Exception {
        byte[] request = "{\"path\":\"%s\",\"from\":%d,\"to\":%d}"
                .formatted(path, from, to)
                .getBytes(UTF_8);
        box.publish(List.of(new Outgoing(BASE + "range", request, false, Duration.ofSeconds(60), Map.of())));
    }

    private Arrival next() throws Exception {
        List<Arrival> taken = box.take(1, PATIENCE);
        assertThat(taken).as("an answer").hasSize(1);
        box.acknowledge(taken);
        return taken.get(0);
    }
}
