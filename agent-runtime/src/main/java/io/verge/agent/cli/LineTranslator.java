package io.verge.agent.cli;

import io.verge.agent.cli.LineReader.Line;
import io.verge.messages.uper.CodecException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Translates line by line: each line that is not blank gives exactly one, which says what is wrong if it must. */
final class LineTranslator {
    private final Translation translation;
    private final int maxLine;

    /** What is done with the text of one line; its result has no line ends. */
    @FunctionalInterface
    interface Translation {
        String apply(String line) throws CodecException;
    }

    /**
     * A translator without state.
     *
     * @param maxLine octets of the longest line that is looked at
     */
    LineTranslator(Translation translation, int maxLine) {
        this.translation = translation;
        this.maxLine = maxLine;
    }

    /**
     * Works until the input ends. Output is flushed whenever there is nothing more to read at once.
     *
     * @return {@link ExitCode#OK} or {@link ExitCode#BAD_LINE}
     * @throws OutputException when output cannot be written
     * @throws IOException when input cannot be read
     */
    int translate(InputStream in, OutputStream to) throws IOException {
        LineWriter out = new LineWriter(to);
        LineReader lines = new LineReader(in, maxLine, out);
        int code = ExitCode.OK;
        try {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (line.defect() != null || !line.text().isBlank()) {
                    code |= translate(line, out);
                }
            }
        } finally {
            out.flush();
        }
        return code;
    }

    private int translate(Line line, LineWriter out) throws OutputException {
        String result = "";
        String defect = line.defect();
        if (defect == null) {
            try {
                result = translation.apply(line.text());
            } catch (CodecException e) {
                defect = e.getMessage();
            } catch (RuntimeException | Error e) {
                // One line must not take the others with it, whatever it sets off.
                defect = "unexpected " + e;
            }
        }
        if (defect == null) {
            out.line(result);
            return ExitCode.OK;
        }
        out.error(defect, line.number());
        return ExitCode.BAD_LINE;
    }
}
