package io.verge.messages.csae.internal;

import io.verge.messages.csae.edition2020.Description;
import io.verge.messages.facilities.element.Ia5;
import io.verge.messages.uper.Octets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** DF Description: texts in IA5 where that is enough, else in GB 2312. */
final class Descriptions {
    static final int LONGEST = 512;

    private static final Charset GB2312 = Charset.forName("GB2312");

    private Descriptions() {}

    /** Null when the text is empty, too long, or has other characters. */
    static @Nullable Description of(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        return Ia5.isText(text) ? new Description.TextString(text) : chinese(text);
    }

    private static @Nullable Description chinese(String text) {
        try {
            ByteBuffer encoded = GB2312.newEncoder().encode(CharBuffer.wrap(text));
            byte[] octets = new byte[encoded.remaining()];
            encoded.get(octets);
            return octets.length > LONGEST ? null : new Description.TextGB2312(Octets.copyOf(octets));
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
