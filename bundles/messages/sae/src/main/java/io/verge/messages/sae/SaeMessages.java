package io.verge.messages.sae;

import io.verge.messages.sae.j2735.Types;
import io.verge.messages.uper.Codec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the codecs of SAE J2735. Every message travels in a MessageFrame, whose messageId says which it is; what an
 * edition does not know comes through unchanged.
 */
public final class SaeMessages {
    private SaeMessages() {}

    /** The codec for every message: MessageFrame. */
    public static Codec<?> frame() {
        return Objects.requireNonNull(find("MessageFrame"));
    }

    /**
     * The codec for a type.
     *
     * @param typeName an ASN.1 name as in {@link #names}
     * @return null when there is no such SEQUENCE or CHOICE
     */
    public static @Nullable Codec<?> find(String typeName) {
        return Types.find(typeName);
    }

    /** The ASN.1 names of all types that can be decoded by themselves: every SEQUENCE and CHOICE. */
    public static List<String> names() {
        return Types.names();
    }
}
