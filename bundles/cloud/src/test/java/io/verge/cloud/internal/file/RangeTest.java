package io.verge.cloud.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.cloud.RangeException;
import io.verge.api.cloud.Ranges;
import io.verge.api.cloud.Ranges.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of files that the cloud has; the file of these tests has ten octets. */
class RangeTest {
    @TempDir
    private static Path state = Path.of("");

    private final FileBox box = new FileBox(state);
    private final CompletableFuture<Part> part = box.range("bundles/gate-0.2.0.jar", 2, 8);
    private final String id = box.id();

    @Test
    void aPartIsAskedFor() {
        assertThat(box.said).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo(FileBox.BASE + id + "/range");
            assertThat(FileBox.text(message)).isEqualTo("{\"path\":\"bundles/gate-0.2.0.jar\",\"from\":2,\"to\":8}");
            assertThat(message.expiry()).isEqualTo(Duration.ofSeconds(60));
        });
    }

    @Test
    void itComesInOnePiece() {
        box.data(id, 2, "234567");

        assertThat(part)
                .isCompletedWithValueMatching(one -> FileBox.text(one.content()).equals("234567"));
        assertThat(part.join().total()).isEqualTo(10);
        assertThat(part.join().sha256()).isEqualTo(FileBox.DIGEST);
    }

    @Test
    void itComesInPiecesInAnyOrderAndTwice() {
        box.data(id, 6, "67");
        box.data(id, 6, "67");
        box.data(id, 2, "23");
        assertThat(part).isNotDone();
        box.data(id, 3, "345");

        assertThat(FileBox.text(part.join().content())).isEqualTo("234567");
        assertThat(box.counters()).containsEntry("rangeDuplicates", 1L).containsEntry("rangesCome", 1L);
    }

    @Test
    void itEndsWhereTheFileEnds() {
        CompletableFuture<Part> last = box.range("a", 8, 100);
        box.data(box.id(), 8, "89");

        assertThat(FileBox.text(last.join().content())).isEqualTo("89");
    }

    @Test
    void behindTheEndThereIsNothing() {
        CompletableFuture<Part> last = box.range("a", 10, 20);
        box.data(box.id(), 10, "");

        assertThat(last.join().content().remaining()).isZero();
    }

    @Test
    void whatTheCloudRefusesIsRefusedWithItsReason() {
        box.data(id, Map.of("code", "404", "why", "there is no such file"), "");

        assertThat(refusal(part)).isEqualTo("404 the cloud refuses: there is no such file");
    }

    @ParameterizedTest
    @CsvSource({"1, 12", "7, 78", "9, 9", "2, 2345678"})
    void octetsThatWereNotAskedForEndIt(long offset, String content) {
        box.data(id, offset, content);

        assertThat(refusal(part)).startsWith("400 octets " + offset);
        assertThat(box.said).last().satisfies(end -> {
            assertThat(end.topic()).isEqualTo(FileBox.BASE + id + "/end");
            assertThat(FileBox.text(end)).startsWith("{\"code\":400,\"why\":");
        });
    }

    @ParameterizedTest
    @CsvSource({
        ", 10, true",
        "-1, 10, true",
        "2, , true",
        "2, 99999999999999999999, true",
        "2, 1e1, true",
        "2, 9999999999999, true",
        "2, 10, false"
    })
    void factsThatAreNoneEndIt(String offset, String total, boolean digest) {
        box.data(
                id,
                Map.of(
                        "offset", offset == null ? "" : offset,
                        "total", total == null ? "" : total,
                        "sha256", digest ? FileBox.DIGEST : "AB"),
                "234567");

        assertThat(refusal(part)).startsWith("400 ");
    }

    @Test
    void aFileThatChangesMeanwhileEndsIt() {
        box.data(id, 2, "23");
        box.data(id, Map.of("offset", "4", "total", "11", "sha256", FileBox.DIGEST), "45");

        assertThat(refusal(part)).isEqualTo("409 the file has changed while it came");
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForForEver() {
        box.clock.advance(Duration.ofSeconds(60));
        box.stages.tick();

        assertThat(refusal(part)).startsWith("504");
    }

    @Test
    void whatComesTooLateOrUnaskedIsAnsweredOnceASecond() {
        box.data("down-x-1", 2, "23");
        box.data("down-x-2", 2, "23");

        assertThat(box.said).hasSize(2).last().satisfies(end -> {
            assertThat(end.topic()).isEqualTo(FileBox.BASE + "down-x-1/end");
            assertThat(FileBox.text(end)).contains("404");
        });
        assertThat(box.counters()).containsEntry("rangeStrays", 2L);
    }

    @Test
    void whatIsForAnotherBoxIsPassedOverAndCounted() {
        box.data(FileBox.BASE.replace("0417", "0418") + id + "/data", "234567", Map.of());
        box.data(FileBox.BASE.replace("/wuhan/", "/vienna/") + id + "/data", "234567", Map.of());
        box.data(FileBox.BASE + "../data", "234567", Map.of());

        assertThat(part).isNotDone();
        assertThat(box.counters()).containsEntry("fileForeign", 3L);
    }

    @Test
    void theEndOfTheSessionEndsIt() {
        box.files.ended();

        assertThat(refusal(part)).isEqualTo("503 the session with the cloud has ended");
    }

    @Test
    void withoutASessionNothingIsAskedFor() {
        box.session = false;

        assertThat(refusal(box.range("a", 0, 1))).isEqualTo("503 there is no session with the cloud");
    }

    @Test
    void noMoreIsAskedForAtOnceThanMayBe() {
        for (int i = 1; i < Ranges.MOST_REQUESTS; i++) {
            assertThat(box.range("a", 0, 1)).isNotDone();
        }
        assertThat(refusal(box.range("a", 0, 1))).startsWith("429");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".hidden", "a b", "ä", "-x", "a\\b"})
    void aPathThatIsNoneIsNotAskedFor(String path) {
        assertThatThrownBy(() -> box.range(path, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "1, 1", "2, 1", "0, 262145", "9223372036854775806, 9223372036854775807"})
    void aPartThatIsNoneIsNotAskedFor(long from, long to) {
        assertThatThrownBy(() -> box.range("a", from, to)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Code and reason. */
    private static String refusal(CompletableFuture<Part> refused) {
        assertThat(refused).isCompletedExceptionally();
        try {
            return String.valueOf(refused.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RangeException why) {
                return why.code() + " " + why.getMessage();
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
