package io.verge.cloud.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.cloud.internal.mqtt.Outbound;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
    /** A chunk is not smaller, however slow the link. */
    private static final int CHUNK = 1024;

    private static final String TEXT = "0123456789abcdef".repeat(200);

    @TempDir
    private Path state = Path.of("");

    private FileBox box = new FileBox(Path.of(""));
    private Path log = Path.of("");

    @BeforeEach
    void begin() throws Exception {
        box = new FileBox(state);
        log = box.file("log/verge.log.0", TEXT);
    }

    @Test
    void aFileComesWithItsFactsInPiecesAndWithAnEnd() throws Exception {
        send();
        List<Outbound> all = box.all();

        assertThat(all)
                .extracting(message -> message.topic().substring(message.topic().lastIndexOf('/') + 1))
                .containsExactly("offer", "chunk", "chunk", "chunk", "chunk", "end");
        assertThat(FileBox.text(all.get(0)))
                .contains("\"source\":\"log\",\"name\":\"verge.log.0\",\"total\":3200,\"sha256\":\"")
                .contains("\"from\":0,\"to\":3200");
        assertThat(FileBox.text(all.get(5))).isEqualTo("{\"code\":200}");
        assertThat(content(all)).isEqualTo(TEXT);
        assertThat(box.counters()).containsEntry("filesSent", 1L).containsEntry("fileChunks", 4L);
    }

    @Test
    void eachPieceSaysWhereItBelongs() throws Exception {
        Object sha256 = send().get("sha256");

        assertThat(chunks(box.all()))
                .allSatisfy(chunk -> assertThat(chunk.properties())
                        .containsEntry("total", "3200")
                        .containsEntry("sha256", String.valueOf(sha256)))
                .extracting(chunk -> chunk.properties().get("offset"))
                .containsExactly("0", "1024", "2048", "3072");
    }

    @Test
    void oneMessageIsOnItsWayAtATime() throws Exception {
        send();
        assertThat(box.sent).hasSize(1);

        box.second();
        assertThat(box.sent).hasSize(1);
    }

    @Test
    void aLostSessionCostsOnePiece() throws Exception {
        send();
        box.answer(0); // the offer
        box.answer(0); // 0 to 1024
        box.session = false;
        box.answer(-1); // what was on its way when the session ended
        box.second();
        box.session = true;
        box.files.began(FileBox.TOPICS, false);

        assertThat(box.sent).singleElement().satisfies(chunk -> assertThat(chunk.properties())
                .containsEntry("offset", Integer.toString(CHUNK)));
        assertThat(chunks(box.all())).hasSize(3);
    }

    @Test
    void aPartCanBeAskedForAgain() throws Exception {
        box.files.send("log", "verge.log.0", 1000, OptionalLong.of(1010));

        assertThat(content(box.all())).isEqualTo(TEXT.substring(1000, 1010));
    }

    @Test
    void anEmptyFileIsAnOfferAndAnEnd() throws Exception {
        Files.writeString(log, "");
        send();

        assertThat(box.all()).hasSize(2);
    }

    @Test
    void aLogThatGrowsAndIsTurnedOverIsSentAsItWas() throws Exception {
        send();
        Files.writeString(log, "more", StandardOpenOption.APPEND);
        Files.move(log, log.resolveSibling("verge.log.1"));
        Files.writeString(log, "another");

        assertThat(content(box.all())).isEqualTo(TEXT);
    }

    @Test
    void aFileThatBecomesShorterEndsWithTheReason() throws Exception {
        send();
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.truncate(1500);
        }

        List<Outbound> all = box.all();
        assertThat(FileBox.text(all.get(all.size() - 1)))
                .isEqualTo("{\"code\":409,\"why\":\"the file has become shorter\"}");
        assertThat(box.counters()).containsEntry("filesFailed", 1L);
    }

    @Test
    void aBrokerThatRefusesIsAskedAgainAfterHalfAMinute() throws Exception {
        send();
        box.answer(0x87);
        box.second();
        assertThat(box.sent).isEmpty();

        box.clock.advance(Duration.ofSeconds(30));
        box.second();
        assertThat(box.sent).singleElement().satisfies(offer -> assertThat(offer.topic())
                .endsWith("/offer"));
        assertThat(box.counters()).containsEntry("fileRefusals", 1L);
    }

    @Test
    void whatIsStoppedEnds() throws Exception {
        String id = String.valueOf(send().get("id"));
        box.answer(0);
        assertThat(box.files.stop(id)).isTrue();
        box.answer(0);

        assertThat(box.sent).singleElement().satisfies(end -> assertThat(FileBox.text(end))
                .contains("410"));
        assertThat(box.all()).hasSize(1);
        assertThat(box.files.stop(id)).isFalse();
    }

    @Test
    void whatCannotBeSentForADayIsGivenUp() throws Exception {
        box.session = false;
        send();
        box.clock.advance(Duration.ofHours(25));
        box.session = true;
        box.second();

        assertThat(box.all()).singleElement().satisfies(end -> assertThat(FileBox.text(end))
                .contains("in time"));
    }

    @Test
    void theSameFileIsNotSentTwiceAtOnce() throws Exception {
        send();
        assertThatThrownBy(this::send).hasMessageContaining("on its way as up-");

        box.all();
        send();
    }

    @Test
    void noMoreFilesWaitThanMayWait() throws Exception {
        for (int i = 1; i <= FileService.MOST_UPLOADS; i++) {
            box.file("log/verge.log." + i, TEXT);
            box.files.send("log", "verge.log." + i, 0, OptionalLong.empty());
        }
        assertThatThrownBy(this::send)
                .isInstanceOfSatisfying(FileRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo(429));
    }

    @Test
    void aFileThatNobodyTakesIsNotSaidToBeOnItsWay() {
        box.files.close();
        assertThatThrownBy(this::send)
                .isInstanceOfSatisfying(FileRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo(503));
    }

    private Map<String, Object> send() throws Exception {
        return box.files.send("log", "verge.log.0", 0, OptionalLong.empty());
    }

    private static List<Outbound> chunks(List<Outbound> all) {
        return all.stream()
                .filter(message -> message.topic().endsWith("/chunk"))
                .toList();
    }

    private static String content(List<Outbound> all) {
        return chunks(all).stream().map(FileBox::text).collect(Collectors.joining());
    }
}
