package io.verge.api.disk;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 (FIPS 180-4): the identity of a file.
 *
 * @param hex 64 digits in lower case
 */
public record Sha256(String hex) {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 16 << 10;

    public Sha256 {
        if (!isOne(hex)) {
            throw new IllegalArgumentException("no SHA-256 in 64 digits of lower case");
        }
    }

    /** Whether this is what {@link #hex} gives. */
    public static boolean isOne(String text) {
        return DIGITS.matcher(text).matches();
    }

    /** Of the end of a calculation, which can then be used again. */
    public static Sha256 of(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** Of these octets. */
    public static Sha256 of(byte[] octets) {
        return of(ByteBuffer.wrap(octets));
    }

    /** Of what is left in the buffer, which stays as it is. */
    public static Sha256 of(ByteBuffer octets) {
        MessageDigest digest = digest();
        digest.update(octets.duplicate());
        return of(digest);
    }

    /** Of what is left of a stream, which stays open. */
    public static Sha256 of(InputStream in) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return of(digest);
    }

    /**
     * Of the first octets of a file, whose position stays where it is.
     *
     * @throws EOFException when it has fewer
     */
    public static Sha256 of(FileChannel file, long octets) throws IOException {
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
        return of(digest);
    }

    /** A calculation that has not begun. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
