package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final String HALF = "\uD83D and a half";

    @Test
    void jsonIsTheFormWhenNoneIsAskedFor() {
        assertThat(Form.of(MediaTypeRegistry.UNDEFINED)).contains(Form.JSON);
    }

    @Test
    void othersAreNone() {
        assertThat(Form.of(MediaTypeRegistry.TEXT_PLAIN)).isEmpty();
    }

    @Test
    void halfACharacterDoesNotHideTheRestOfAJsonText() {
        byte[] octets = Form.JSON.octets(out -> out.writeString(HALF));

        assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo("\"? and a half\"");
    }

    @Test
    void halfACharacterDoesNotHideTheRestOfACborText() throws IOException {
        byte[] octets = Form.CBOR.octets(out -> out.writeString(HALF));

        assertThat(new JSON(new CBORFactory()).anyFrom(octets)).isEqualTo("\uFFFD and a half");
    }

    @Test
    void wholeCharactersStayAsTheyAre() {
        byte[] octets = Form.JSON.octets(out -> out.writeString("武汉 \uD83D\uDEA6"));

        assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo("\"武汉 \uD83D\uDEA6\"");
    }
}
