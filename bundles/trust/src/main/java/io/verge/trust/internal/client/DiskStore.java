package io.verge.trust.internal.client;

import io.verge.api.disk.Disk;
import io.verge.trust.Limits;
import io.verge.trust.internal.metadata.Root;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * One file a role in one folder, delegated roles in another below it. A file that cannot be read counts as not there, so that a
 * damaged one is fetched again and does not end all updates of the box.
 */
public final class DiskStore implements MetadataStore {
    private static final String SUFFIX = ".json";

    private final Disk disk;
    private final Path folder;
    private final Limits limits;

    public DiskStore(Disk disk, Path folder, Limits limits) {
        this.disk = disk;
        this.folder = folder;
        this.limits = limits;
    }

    @Override
    public Optional<byte[]> read(String role) {
        try {
            return Optional.of(disk.read(file(role), limits.metadata()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(String role, byte[] document) throws IOException {
        Path file = file(role);
        Path parent = file.getParent();
        if (parent != null) {
            disk.folders(parent);
        }
        disk.replace(file, document);
    }

    @Override
    public void forget(String role) throws IOException {
        disk.delete(file(role));
    }

    @Override
    public void forgetOthers(Set<String> roles) throws IOException {
        for (Path file : disk.list(delegated())) {
            String name = String.valueOf(file.getFileName());
            if (!name.endsWith(SUFFIX) || !roles.contains(name.substring(0, name.length() - SUFFIX.length()))) {
                disk.delete(file);
            }
        }
    }

    private Path file(String role) {
        return (Root.ROLES.contains(role) ? folder : delegated()).resolve(role + SUFFIX);
    }

    private Path delegated() {
        return folder.resolve("delegated");
    }
}
