package io.verge.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.agent.cli.LineReader.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static List<Line> lines(int limit, InputStream in) throws IOException {
        LineReader reader = new LineReader(in, limit, () -> {});
        List<Line> lines = new ArrayList<>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<Line> lines(int limit, String text) throws IOException {
        return lines(limit, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    /** Octets one by one, as a serial line may give them. */
    private static InputStream dripping(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, 1);
            }
        };
    }

    @Test
    void numbersLinesAndNeedsNoEndOfTheLast() throws IOException {
        assertThat(lines(9, "a\n\nb"))
                .containsExactly(new Line(1, "a", null), new Line(2, "", null), new Line(3, "b", null));
    }

    @Test
    void putsALineTogetherFromPieces() throws IOException {
        assertThat(lines(9, dripping("grün\nweiß\n")))
                .containsExactly(new Line(1, "grün", null), new Line(2, "weiß", null));
    }

    @Test
    void passesOverALineThatIsTooLong() throws IOException {
        assertThat(lines(3, "abc\nabcd\nabc"))
                .containsExactly(
                        new Line(1, "abc", null), new Line(2, "", "longer than 3 octets"), new Line(3, "abc", null));
    }

    @Test
    void keepsNothingOfALineThatNeverEnds() throws IOException {
        long octets = 1L << 28;
        InputStream endless = new InputStream() {
            private long left = octets;

            @Override
            public int read() {
                throw new AssertionError("octet by octet");
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                left -= length;
                return left < 0 ? -1 : length;
            }
        };

        assertThat(lines(3, endless)).containsExactly(new Line(1, "", "longer than 3 octets"));
    }
}
