package io.verge.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.cloud.RangeException;
import io.verge.api.cloud.Ranges;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesSourceTest {
    private final byte[] content = new byte[700_000];
    private final List<String> asked = new ArrayList<>();

    RangesSourceTest() {
        new Random(3).nextBytes(content);
    }

    private CompletionStage<Ranges.Part> give(String path, long from, long to) {
        asked.add(path + " " + from + " " + to);
        byte[] part = Arrays.copyOfRange(content, (int) from, (int) Math.min(to, content.length));
        return CompletableFuture.completedFuture(
                new Ranges.Part(content.length, "0".repeat(64), ByteBuffer.wrap(part)));
    }

    private static byte[] all(RangesSource source, String path, long from, long to) throws IOException {
        try (InputStream in = source.range(path, from, to)) {
            return in.readAllBytes();
        }
    }

    @Test
    void asksForPartsThatTheSessionTakes() throws IOException {
        RangesSource source = new RangesSource(() -> Optional.of(this::give), "releases/targets/");
        assertThat(all(source, "bundles/one.jar", 10, 600_000)).isEqualTo(Arrays.copyOfRange(content, 10, 600_000));
        assertThat(asked)
                .containsExactly(
                        "releases/targets/bundles/one.jar 10 262154",
                        "releases/targets/bundles/one.jar 262154 524298",
                        "releases/targets/bundles/one.jar 524298 600000");
    }

    @ParameterizedTest
    @CsvSource({"404, ABSENT", "403, REFUSED", "409, CHANGED", "429, BUSY", "503, BROKEN", "504, BROKEN"})
    void saysWhetherToAskAgain(int code, Kind kind) {
        RangesSource source = new RangesSource(
                () -> Optional.of((path, from, to) -> CompletableFuture.failedFuture(new RangeException(code, "no"))),
                "");
        assertThatThrownBy(() -> all(source, "one.jar", 0, 10))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void waitsForASessionWhereThereIsNone() {
        RangesSource source = new RangesSource(Optional::empty, "");
        assertThatThrownBy(() -> all(source, "one.jar", 0, 10))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BROKEN));
    }

    @Test
    void asksTheCloudForNoNameThatIsNone() {
        RangesSource source = new RangesSource(() -> Optional.of(this::give), "");
        assertThatThrownBy(() -> all(source, "../one.jar", 0, 10))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ABSENT));
        assertThat(asked).isEmpty();
    }
}
