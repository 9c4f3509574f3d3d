package io.verge.driver.corrections.ntrip.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {
    private static final String STREAM = "5\r\nhello\r\n1;x=y\r\n,\r\n0A\r\n good road\r\n";

    private final Chunks chunks = new Chunks();

    private String unwrap(String text, int piece) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder data = new StringBuilder();
        for (int at = 0; at < octets.length; at += piece) {
            ByteBuffer part = ByteBuffer.wrap(octets.clone(), at, Math.min(piece, octets.length - at));
            chunks.unwrap(part);
            data.append(StandardCharsets.ISO_8859_1.decode(part));
        }
        return data.toString();
    }

    @Property(tries = 50)
    void takesTheFramesOutHoweverTheyAreCut(@ForAll @IntRange(min = 1, max = 50) int piece) throws IOException {
        assertThat(new ChunksTest().unwrap(STREAM, piece)).isEqualTo("hello, good road");
    }

    @Test
    void endsWithTheEmptyChunk() throws IOException {
        assertThat(unwrap(STREAM + "0\r\n\r\nmore", 100)).isEqualTo("hello, good road");
        assertThat(chunks.ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\n", "\r\n", "-1\r\n", "fffffff\r\n", "000000000\r\n", "1\r\nab", ";\r\n"})
    void refusesWhatAreNoChunks(String text) {
        assertThatThrownBy(() -> unwrap(text, 100))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }
}
