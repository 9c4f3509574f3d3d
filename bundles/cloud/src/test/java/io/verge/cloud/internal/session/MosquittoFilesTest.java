package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.Ranges.Part;
import io.verge.api.disk.Sha256;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.drain.FakeOutlet;
import io.verge.cloud.internal.file.FileParts;
import io.verge.cloud.internal.file.FileService;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.mqtt.PahoPort;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files over a broker written by others. */
@Tag("interop")
@Timeout(120)
class MosquittoFilesTest {
    private static final int OCTETS = 3_000_000;

    @TempDir
    private Path folder = Path.of("");

    private Mosquitto broker;
    private Watcher watcher;
    private Engine engine;
    private FileService files;

    @BeforeEach
    void start() throws Exception {
        broker = new Mosquitto(folder);
        watcher = new Watcher(broker.port(), "watcher");
        Line line = new Line();
        Clock clock = new RealClock();
        files = FileParts.start(folder, clock, new ThreadStages(), line);
        Notes notes = new FileNotes(folder.resolve("notes"));
        Greeting greeting = new Greeting(
                new Connections(notes),
                new TrustedTime(notes, clock, Rig.BUILT),
                "run-of-this-process",
                "0.1.0",
                () -> FakeOutlet.STORE,
                () -> "{\"box\":\"wuhan-0417\"}");
        engine = new Engine(
                clock,
                new SplittableRandom(1),
                PahoPort::new,
                greeting,
                () -> List.of(files),
                Rig.settings("broker", "mqtt://127.0.0.1:" + broker.port()));
        line.engine = engine;
        engine.drain(new FakeOutlet());
        engine.start();
        watcher.on("/birth");
    }

    @AfterEach
    void stop() throws Exception {
        engine.close();
        watcher.close();
        broker.close();
    }

    private static final class Line implements Carrier, Publisher {
        private volatile @Nullable Engine engine;

        @Override
        public boolean later(Outbound message, IntConsumer outcome) {
            Engine open = engine;
            return open != null && open.later(message, outcome);
        }

        @Override
        public boolean now(Outbound message, IntConsumer outcome) {
            Engine open = engine;
            return open != null && open.now(message, outcome);
        }

        @Override
        public int size() {
            Engine open = engine;
            return open == null ? 0 : open.size();
        }

        @Override
        public boolean publish(Outbound message, Runnable confirmed) {
            Engine open = engine;
            return open != null && open.publish(message, confirmed);
        }
    }

    @Test
    void aFileArrivesWholeAlsoWhenTheSessionIsLostInTheMiddle() throws Exception {
        byte[] content = new byte[OCTETS];
        new Random(7).nextBytes(content);
        Files.createDirectories(folder.resolve("capture"));
        Files.write(folder.resolve("capture/street.pcap"), content);
        files.send("capture", "street.pcap", 0, OptionalLong.empty());

        byte[] received = new byte[OCTETS];
        boolean cut = false;
        Inbound message = watcher.next(MosquittoFilesTest::ofAFile);
        while (!message.topic().endsWith("/end")) {
            if (message.topic().endsWith("/chunk")) {
                int offset = Integer.parseInt(message.properties().get("offset"));
                message.content().get(received, offset, message.content().remaining());
                if (!cut) {
                    cut = true;
                    new Watcher(broker.port(), "wuhan.wuhan-0417").close(); // takes the box's place for a moment
                }
            }
            message = watcher.next(MosquittoFilesTest::ofAFile);
        }

        assertThat(engine.report().connection()).isGreaterThan(1);
        assertThat(Watcher.text(message)).isEqualTo("{\"code\":200}");
        assertThat(received).isEqualTo(content);
    }

    private static boolean ofAFile(Inbound message) {
        return message.topic().contains("/file/");
    }

    @Test
    void aPartOfWhatTheCloudHasComesInPieces() throws Exception {
        CompletableFuture<Part> part = files.range("bundles/a.jar", 100, 300).toCompletableFuture();
        Inbound request = watcher.on("/range");
        assertThat(Watcher.text(request)).isEqualTo("{\"path\":\"bundles/a.jar\",\"from\":100,\"to\":300}");

        byte[] content = new byte[1000];
        new Random(8).nextBytes(content);
        String sha256 = Sha256.of(content).hex();
        for (int offset : new int[] {200, 100}) {
            Map<String, String> properties = Map.of(
                    "offset", Integer.toString(offset), "total", Integer.toString(content.length), "sha256", sha256);
            watcher.publish(new Outbound(
                    request.topic().replace("/range", "/data"),
                    ByteBuffer.wrap(content, offset, 100),
                    1,
                    false,
                    null,
                    null,
                    null,
                    properties));
        }

        assertThat(part.get(30, TimeUnit.SECONDS).content()).isEqualTo(ByteBuffer.wrap(content, 100, 200));
        assertThat(part.get().total()).isEqualTo(1000);
    }
}
