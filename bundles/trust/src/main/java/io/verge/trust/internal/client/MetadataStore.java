package io.verge.trust.internal.client;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Keeps the documents that were verified, one of each role. */
public interface MetadataStore {
    /** What was kept of a role; empty when nothing was, or it cannot be read any more. */
    Optional<byte[]> read(String role);

    /** In the place of what was kept; when it returns, it outlives a power cut. */
    void keep(String role, byte[] document) throws IOException;

    void forget(String role) throws IOException;

    /** Forgets delegated roles that are not among these. */
    void forgetOthers(Set<String> roles) throws IOException;
}
