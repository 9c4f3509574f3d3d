package io.verge.trust.internal.client;

import io.verge.trust.internal.metadata.Root;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps nothing longer than it lives: for whoever only wants to know whether a repository is good. */
public final class MemoryStore implements MetadataStore {
    private final Map<String, byte[]> documents = new HashMap<>();

    @Override
    public Optional<byte[]> read(String role) {
        return Optional.ofNullable(documents.get(role));
    }

    @Override
    public void keep(String role, byte[] document) {
        documents.put(role, document);
    }

    @Override
    public void forget(String role) {
        documents.remove(role);
    }

    @Override
    public void forgetOthers(Set<String> roles) {
        documents.keySet().removeIf(role -> !Root.ROLES.contains(role) && !roles.contains(role));
    }
}
