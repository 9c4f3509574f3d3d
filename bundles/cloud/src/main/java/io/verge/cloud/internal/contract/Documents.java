package io.verge.cloud.internal.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The documents by which a box says that it is there, or is not. */
public final class Documents {
    private static final JsonFactory JSON = new JsonFactory();

    private Documents() {}

    /** Writes a document to a generator. */
    @FunctionalInterface
    public interface Writer {
        void write(JsonGenerator out) throws IOException;
    }

    /** One JSON value as text. */
    public static String json(Writer writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text does not fail
        }
        return text.toString();
    }

    /**
     * The content of {@code online}.
     *
     * @param connection its number: "offline" of an older one than the newest "online" is void
     * @param store of the outbox; empty when there is none
     */
    public static String online(boolean there, long connection, String store, String version) {
        return json(out -> {
            out.writeStartObject();
            out.writeStringField("state", there ? "online" : "offline");
            out.writeNumberField("connection", connection);
            out.writeStringField("store", store);
            out.writeStringField("version", version);
            out.writeEndObject();
        });
    }
}
