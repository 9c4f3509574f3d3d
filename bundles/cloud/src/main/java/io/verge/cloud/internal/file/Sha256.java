package io.verge.cloud.internal.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), in hexadecimal. */
final class Sha256 {
    private static final int BUFFER = 64 * 1024;

    private Sha256() {}

    /**
     * Of the first octets of a file.
     *
     * @throws EOFException when it has fewer
     */
    static String of(FileChannel file, long octets) throws IOException {
        MessageDigest digest = digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; at < octets; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER, octets - at));
            int read = file.read(buffer, at);
            if (read <= 0) {
                throw new EOFException("the file has become shorter");
            }
            digest.update(buffer.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
