package io.verge.messages.testkit;

import io.verge.messages.uper.Codec;
import org.jspecify.annotations.Nullable;

/** The codecs of one generated package: {@code Types::find}. */
@FunctionalInterface
public interface Codecs {
    /** The codec of a type; null when there is none of this name. */
    @Nullable
    Codec<?> find(String name);

    /** The codec of a type that must be there. */
    default Codec<?> get(String name) {
        Codec<?> found = find(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no type " + name);
        }
        return found;
    }
}
