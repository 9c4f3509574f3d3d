package io.verge.diagnostics.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * Why something is as it is.
 *
 * @param name what was asked about
 * @param works whether there is nothing to ask
 * @param chain from what was asked about to the cause, one sentence each
 * @param remedy what to do; empty when it works
 */
record Answer(String name, boolean works, List<String> chain, String remedy) {
    Answer {
        chain = List.copyOf(chain);
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", name);
        out.writeBooleanField("works", works);
        out.writeArrayFieldStart("chain");
        for (String link : chain) {
            out.writeString(link);
        }
        out.writeEndArray();
        if (!remedy.isEmpty()) {
            out.writeStringField("remedy", remedy);
        }
        out.writeEndObject();
    }
}
