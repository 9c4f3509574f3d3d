package io.verge.transfer.pack;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was fetched does not become what it should; nothing of it stays on the disk. */
public final class UnpackException extends IOException {
    /** Why not, which says what to do. */
    public enum Reason {
        /** The jar that it is a patch of is not here, or is another one: fetch the full form. */
        BASE,
        /** It can be unpacked only with the native library, which is not here: fetch it deflated. */
        UNSUPPORTED,
        /** It cannot be unpacked, or becomes something else: whoever published it has erred or lies. */
        WRONG
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    UnpackException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
