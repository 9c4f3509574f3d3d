package io.verge.messages.sae;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import org.junit.jupiter.api.Test;

class SaeMessagesTest {

    @Test
    void aFrameWithAMessageOfALaterEditionComesBack() throws CodecException {
        assertThat(recoded(SaeMessages.frame(), Octets.ofHex("7FFF020102"))).isEqualTo(Octets.ofHex("7FFF020102"));
    }

    private static <T> Octets recoded(Codec<T> codec, Octets message) throws CodecException {
        return Octets.copyOf(codec.encode(codec.decode(message.toByteArray())));
    }

    @Test
    void everyNameHasACodec() {
        assertThat(SaeMessages.names())
                .contains("MessageFrame", "SPAT", "MapData")
                .allMatch(name -> SaeMessages.find(name) != null);
        assertThat(SaeMessages.find("Nothing")).isNull();
    }
}
