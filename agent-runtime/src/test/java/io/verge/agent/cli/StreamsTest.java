package io.verge.agent.cli;

import static io.verge.agent.cli.Outcome.CSAE_TEST_MESSAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the command line behaves in a pipe. */
class StreamsTest {
    private static final String[] DECODE = {"message", "decode", "--set", "csae"};

    /** Gives one line at each read and notes what has been written until then. */
    private static final class SlowSource extends InputStream {
        private final byte[] line = (CSAE_TEST_MESSAGE + "\n").getBytes(UTF_8);
        private final ByteArrayOutputStream written;
        private final List<Long> linesSeen = new ArrayList<>();
        private int left;

        SlowSource(int lines, ByteArrayOutputStream written) {
            left = lines;
            this.written = written;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            linesSeen.add(written.toString(UTF_8).lines().count());
            if (left-- == 0) {
                return -1;
            }
            System.arraycopy(line, 0, to, offset, line.length);
            return line.length;
        }

        @Override
        public int read() {
            throw new AssertionError("octet by octet");
        }
    }

    private static final class BrokenOutput extends OutputStream {
        private final String reason;

        BrokenOutput(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int octet) throws IOException {
            throw new IOException(reason);
        }
    }

    private static Outcome decodeTo(OutputStream out) {
        return Outcome.of(new ByteArrayInputStream(CSAE_TEST_MESSAGE.getBytes(UTF_8)), out, DECODE);
    }

    @Test
    void showsEachResultBeforeWaitingForMore() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        SlowSource source = new SlowSource(3, written);

        Outcome.of(source, written, DECODE);

        assertThat(source.linesSeen).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void endsQuietlyWhenNobodyReadsAnyMore() {
        assertThat(decodeTo(new BrokenOutput("Broken pipe"))).isEqualTo(new Outcome(ExitCode.IO_ERROR, "", ""));
    }

    @Test
    void saysThatOutputCannotBeWritten() {
        Outcome outcome = decodeTo(new BrokenOutput("No space left on device"));

        assertThat(outcome.code()).isEqualTo(ExitCode.IO_ERROR);
        assertThat(outcome.err()).contains("standard output cannot be written: No space left on device");
    }

    @Test
    void saysThatInputCannotBeReadAndKeepsWhatWasDone() {
        InputStream unplugged = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("unplugged");
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                return read();
            }
        };
        InputStream source = new SequenceInputStream(Outcome.octets(CSAE_TEST_MESSAGE + "\n"), unplugged);

        Outcome outcome = Outcome.of(source, DECODE);

        assertThat(outcome.code()).isEqualTo(ExitCode.IO_ERROR);
        assertThat(outcome.lines()).hasSize(1);
        assertThat(outcome.err()).contains("standard input cannot be read: unplugged");
    }

    @Test
    void turnsAnythingUnexpectedIntoAnErrorOfItsLine() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        LineTranslator translator = new LineTranslator(
                line -> {
                    if (line.equals("bad")) {
                        throw new StackOverflowError();
                    }
                    return line;
                },
                100);

        int code = translator.translate(new ByteArrayInputStream("a\nbad\nc".getBytes(UTF_8)), written);

        assertThat(written.toString(UTF_8))
                .isEqualTo("a\n{\"error\":\"unexpected java.lang.StackOverflowError\",\"line\":2}\nc\n");
        assertThat(code).isEqualTo(ExitCode.BAD_LINE);
    }
}
