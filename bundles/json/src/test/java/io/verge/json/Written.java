package io.verge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What was written, as text and as trees. A name that is written twice in one object fails. */
final class Written {
    private final JSON cbor = new JSON(new CBORFactory());
    private final Content content;

    /** Writes one value. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    private Written(Content content) {
        this.content = content;
    }

    static Written by(Content content) {
        return new Written(content);
    }

    private byte[] octets(JsonFactory factory) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonGenerator out = factory.createGenerator(octets)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    String json() {
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new String(octets(strict), StandardCharsets.UTF_8);
    }

    Map<String, Object> jsonTree() throws IOException {
        return JSON.std.mapFrom(json());
    }

    Map<String, Object> cborTree() throws IOException {
        return cbor.mapFrom(octets(new CBORFactory()));
    }
}
