package io.verge.cloud.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.RangeException;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Publisher;
import io.verge.itests.contract.Bindings;
import io.verge.itests.contract.Contract;
import io.verge.itests.contract.Recorder;
import io.verge.json.tree.JsonTree;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import io.verge.testkit.Defaults;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as the box sends them, and as it takes them. */
class FileContractTest {
    private static final Topics TOPICS = new Topics("wuhan", "crossing-1");

    @TempDir
    private Path state = Path.of("");

    private final List<Outbound> sent = new ArrayList<>();
    private FileService files = service();

    @BeforeEach
    void begin() {
        files = service();
    }

    private FileService service() {
        FileService made =
                new FileService(Defaults.of(FileConfig.class), state, ManualClock.standing(), new DirectStages());
        made.carrier = new Recorder(sent);
        made.publisher = new Teller();
        made.began(TOPICS, false);
        return made;
    }

    @Test
    void aFileIsSentAsTheContractSays() throws Exception {
        Files.createDirectories(state.resolve("log"));
        Files.writeString(state.resolve("log/verge.log.0"), "a line");
        Map<String, Object> facts = files.send("log", "verge.log.0", 0, OptionalLong.empty());

        assertThat(Contract.problems("file-offer", JsonTree.write(facts))).isEmpty();
        assertThat(sent).hasSize(3);
        Bindings.assertSentAs("offerFile", sent.get(0));
        Bindings.assertContent("file-offer", sent.get(0));
        Bindings.assertSentAs("sendChunk", sent.get(1));
        Bindings.assertProperties("file-properties", sent.get(1));
        Bindings.assertSentAs("endFile", sent.get(2));
        Bindings.assertContent("file-end", sent.get(2));
    }

    @Test
    void aPartIsAskedForAsTheContractSays() {
        files.range("bundles/io.verge.gate-0.2.0.jar", 0, 262_144);

        assertThat(sent).singleElement().satisfies(message -> {
            Bindings.assertSentAs("askRange", message);
            Bindings.assertContent("file-range", message);
        });
    }

    @Test
    void theBoxTakesTheContractsExampleOfAnAnswer() throws Exception {
        var part = files.range("a", 0, 5).toCompletableFuture();
        data("hello", Contract.examples("file-data-properties").get(0));

        assertThat(part).isCompletedWithValueMatching(one -> one.total() == 91_212);
    }

    @Test
    void theBoxTakesTheContractsExampleOfARefusal() throws Exception {
        var part = files.range("a", 0, 5).toCompletableFuture();
        data("", Contract.examples("file-data-properties").get(1));

        assertThat(part.handle((one, why) -> ((RangeException) why).code())).isCompletedWithValue(404);
    }

    @Test
    void whatIsWrongIsAnsweredAsTheContractSays() throws Exception {
        CompletableFuture<?> part = files.range("a", 0, 5).toCompletableFuture();
        data("hello", "{}");

        assertThat(part).isCompletedExceptionally();
        assertThat(sent).last().satisfies(message -> {
            Bindings.assertSentAs("endFile", message);
            Bindings.assertContent("file-end", message);
        });
    }

    /** An answer to what was asked for last. */
    private void data(String content, String properties) throws JsonTreeException {
        String topic = sent.get(sent.size() - 1).topic().replace("/range", "/data");
        Map<String, String> said = new HashMap<>();
        JsonTreeReader.of(4096, 4)
                .object(octets(properties))
                .forEach((key, value) -> said.put(key, String.valueOf(value)));
        files.route(new Inbound(topic, octets(content), false, null, null, null, said));
    }

    private static ByteBuffer octets(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Teller implements Publisher {
        @Override
        public boolean publish(Outbound message, Runnable confirmed) {
            return sent.add(message);
        }
    }
}
