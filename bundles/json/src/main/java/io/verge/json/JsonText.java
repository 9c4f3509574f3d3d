package io.verge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON in memory, without white space. */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** Writes to a generator. */
    @FunctionalInterface
    public interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    /** One value as text. */
    public static String of(Writing value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            value.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    /** One value in UTF-8. */
    public static byte[] octets(Writing value) {
        return of(value).getBytes(StandardCharsets.UTF_8);
    }

    /** An object of these members, in UTF-8. */
    public static byte[] object(Writing members) {
        return octets(out -> {
            out.writeStartObject();
            members.to(out);
            out.writeEndObject();
        });
    }
}
