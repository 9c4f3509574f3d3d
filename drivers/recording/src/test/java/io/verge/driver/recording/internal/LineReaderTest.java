package io.verge.driver.recording.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Property
    void givesEachLineOnce(@ForAll @Size(max = 20) List<@CharRange(from = 'a', to = 'z') String> lines)
            throws IOException {
        assertThat(read(String.join("\n", lines) + "\n")).isEqualTo(lines.isEmpty() ? List.of("") : lines);
    }

    @Test
    void givesALastLineWithoutItsEnd() throws IOException {
        assertThat(read("a\nb")).containsExactly("a", "b");
    }

    @Test
    void holdsALineAcrossReads() throws IOException {
        String line = "x".repeat(300_000);
        assertThat(read("a\n" + line + "\nb\n")).containsExactly("a", line, "b");
    }

    @Test
    void passesOverALineThatIsTooLong() throws IOException {
        assertThat(read("a\n" + "x".repeat(LineReader.MAX_LINE + 1) + "\nb\n")).containsExactly("a", "too long", "b");
    }

    @Test
    void takesALineOfTheGreatestLength() throws IOException {
        String line = "x".repeat(LineReader.MAX_LINE);
        assertThat(read(line)).containsExactly(line);
    }

    @Test
    void numbersLinesFromOne() throws IOException {
        LineReader reader = reader("a\n\nb");
        while (reader.next()) {
            assertThat(reader.number()).isPositive();
        }
        assertThat(reader.number()).isEqualTo(3);
    }

    private static List<String> read(String text) throws IOException {
        LineReader reader = reader(text);
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(reader.tooLong() ? "too long" : new String(reader.line(), 0, reader.length(), UTF_8));
        }
        return lines;
    }

    private static LineReader reader(String text) {
        return new LineReader(OpenFiles.connection(new ByteArrayInputStream(text.getBytes(UTF_8))), octets -> {});
    }
}
