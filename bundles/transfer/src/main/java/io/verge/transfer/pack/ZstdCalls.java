package io.verge.transfer.pack;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;

/** What the library is called for. A class of its own: where the library's bundle is missing, Java could not verify it. */
final class ZstdCalls {
    /** The best that needs no more memory to unpack than the window. */
    private static final int LEVEL = 19;

    private ZstdCalls() {}

    static byte[] compress(byte[] content, byte[] base, int window) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.setLevel(LEVEL).setChecksum(false).setContentSize(true);
            if (base.length > 0) {
                context.setLong(window).loadDict(base);
            }
            return context.compress(content);
        }
    }

    static InputStream decompress(InputStream packed, byte[] base, int window) throws IOException {
        ZstdInputStreamNoFinalizer in = new ZstdInputStreamNoFinalizer(packed);
        in.setLongMax(window);
        if (base.length > 0) {
            in.setDict(base);
        }
        return in;
    }
}
