package io.verge.trust;

import java.util.Map;

/**
 * A file that the repository vouches for.
 *
 * @param path its name in the repository, such as {@code bundles/io.verge.driver.gnss-0.1.1.jar}; relative, without empty or dotted
 *     parts. A name to ask for, never one to write to
 * @param length octets
 * @param hashes in lower-case hexadecimal by algorithm; {@code sha256} is always there
 * @param custom what else its author says of it: Map, List, String, Long, Boolean
 * @param role that has signed it
 * @param location where the repository keeps it, below its {@code targets} folder
 */
public record Target(
        String path,
        long length,
        Map<String, String> hashes,
        Map<String, Object> custom,
        String role,
        String location) {
    public Target {
        hashes = Map.copyOf(hashes);
        custom = Map.copyOf(custom);
        if (!hashes.containsKey("sha256")) {
            throw new IllegalArgumentException(path + " has no sha256");
        }
    }

    /** Its identity: 64 digits. */
    public String sha256() {
        return hashes.getOrDefault("sha256", "");
    }

    /**
     * Whether what was fetched is it.
     *
     * @param gotLength octets
     * @param gotSha256 in lower-case hexadecimal
     * @throws TrustException when it is not
     */
    public void check(long gotLength, String gotSha256) throws TrustException {
        if (gotLength != length) {
            throw new TrustException(
                    TrustException.Reason.MISMATCH, path, "has " + gotLength + " octets, and should have " + length);
        }
        if (!gotSha256.equals(sha256())) {
            throw new TrustException(TrustException.Reason.MISMATCH, path, "is not the file with SHA-256 " + sha256());
        }
    }
}
