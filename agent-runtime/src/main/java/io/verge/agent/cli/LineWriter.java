package io.verge.agent.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Writes results and errors, one a line, in UTF-8. For use by one thread. */
final class LineWriter implements Flushable {
    /** An error may quote the input, which may be long. */
    private static final int MAX_REASON = 1000;

    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;

    LineWriter(OutputStream to) {
        out = new BufferedOutputStream(to, 1 << 16);
    }

    /** Writes one line. */
    void line(String text) throws OutputException {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** Writes what is wrong with one line of the input, counted from 1. */
    void error(String reason, long line) throws OutputException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField(
                    "error", reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "…");
            json.writeNumberField("line", line);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        line(text.toString());
    }

    @Override
    public void flush() throws OutputException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }
}
