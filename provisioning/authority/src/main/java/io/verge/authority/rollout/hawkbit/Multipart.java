package io.verge.authority.rollout.hawkbit;

import io.verge.api.disk.Sha256;
import io.verge.transfer.Names;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with one file (RFC 7578). Immutable. */
final class Multipart {
    private static final int HASH = 40;
    private static final int HEADERS = 1_024;

    private final String boundary;
    private final byte[] octets;

    /** @throws IllegalArgumentException when that is no name of a file */
    Multipart(String filename, byte[] content) {
        if (!Names.isSound(filename) || filename.indexOf('/') >= 0) {
            throw new IllegalArgumentException("that is no name of a file");
        }
        // Made of the hash of the content, so that the content cannot hold it.
        boundary = "verge-" + Sha256.of(content).hex().substring(0, HASH);
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + HEADERS);
        out.writeBytes(ascii("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + filename + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        out.writeBytes(content);
        out.writeBytes(ascii("\r\n--" + boundary + "--\r\n"));
        octets = out.toByteArray();
    }

    /** Its type, with what stands between its parts. */
    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** As it is sent; not copied. */
    byte[] octets() {
        return octets;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
