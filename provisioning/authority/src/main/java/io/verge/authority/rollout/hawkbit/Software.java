package io.verge.authority.rollout.hawkbit;

import io.verge.trust.TrustException;
import java.io.IOException;
import java.util.List;

/**
 * The files of a release, which boxes fetch from the server.
 *
 * @param files none twice
 */
public record Software(List<File> files) {
    /** Of files that somebody else has uploaded. */
    public static final Software UPLOADED = new Software(List.of());

    public Software {
        files = List.copyOf(files);
    }

    /**
     * A file.
     *
     * @param name without folders, which hawkBit has not
     * @param sha256 in hexadecimal digits
     */
    public record File(String name, String sha256, Content content) {}

    /** Reads a file, which must be what was signed. */
    @FunctionalInterface
    public interface Content {
        byte[] read() throws IOException, TrustException;
    }
}
