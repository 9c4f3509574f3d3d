package io.verge.diagnostics.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.californium.core.coap.MediaTypeRegistry;

/** The two forms of every resource: RFC 7252 §12.3. */
enum Form {
    JSON(MediaTypeRegistry.APPLICATION_JSON, new JsonFactory()),
    CBOR(
            MediaTypeRegistry.APPLICATION_CBOR,
            CBORFactory.builder()
                    .enable(CBORGenerator.Feature.LENIENT_UTF_ENCODING)
                    .build());

    private final int number;
    private final JsonFactory factory;

    Form(int number, JsonFactory factory) {
        this.number = number;
        this.factory = factory;
    }

    int number() {
        return number;
    }

    /** The form asked for; JSON when nothing was, empty when it is another. */
    static Optional<Form> of(int accept) {
        if (accept == MediaTypeRegistry.UNDEFINED || accept == JSON.number) {
            return Optional.of(JSON);
        }
        return accept == CBOR.number ? Optional.of(CBOR) : Optional.empty();
    }

    /** Half characters, which a device may have sent, are replaced: they must not hide the rest. */
    byte[] octets(View view) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(512);
        try (JsonGenerator out = generator(octets)) {
            view.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private JsonGenerator generator(ByteArrayOutputStream octets) throws IOException {
        return this == JSON
                ? factory.createGenerator(new OutputStreamWriter(octets, StandardCharsets.UTF_8))
                : factory.createGenerator(octets);
    }
}
