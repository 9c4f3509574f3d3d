package io.verge.trust;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a box gets to see of a repository: somebody on the way replaces files, and notes what is asked. */
public final class Wire implements MetadataSource {
    private final MetadataSource repository;
    private final Map<String, byte[]> replaced = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private Way way = Way.ONLINE;

    public Wire(MetadataSource repository) {
        this.repository = repository;
    }

    public Wire with(String name, byte[] document) {
        replaced.put(name, document);
        return this;
    }

    /** As if the repository did not have it. */
    public Wire without(String name) {
        hidden.add(name);
        return this;
    }

    /** What the repository has, changed. */
    public Wire changing(String name, UnaryOperator<byte[]> change) throws IOException {
        return with(name, change.apply(repository.fetch(name, 2 << 20)));
    }

    public Wire carried() {
        way = Way.CARRIED;
        return this;
    }

    /** Names in order, since the last time. */
    public List<String> asked() {
        List<String> names = List.copyOf(asked);
        asked.clear();
        return names;
    }

    /** Does not keep to the limit. */
    @Override
    public byte[] fetch(String name, int limit) throws IOException {
        asked.add(name);
        if (hidden.contains(name)) {
            throw new NoSuchFileException(name);
        }
        byte[] document = replaced.get(name);
        return document == null ? repository.fetch(name, limit) : document;
    }

    @Override
    public Way way() {
        return way;
    }
}
