package io.verge.trust.authoring;

import io.verge.api.disk.Disk;
import io.verge.trust.Limits;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The documents of a repository, all versions of them: {@code 3.targets.json}, and {@code timestamp.json}. */
final class MetadataFolder {
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})\\.(.+)\\.json");
    private static final String TIMESTAMP = "timestamp.json";

    private final Disk disk;
    private final Path folder;

    MetadataFolder(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    static String name(String role, long version) {
        return version + "." + role + ".json";
    }

    /** The newest version of each role, published or not, but of the timestamp. */
    Map<String, Long> newest() throws IOException {
        Map<String, Long> newest = new TreeMap<>();
        for (Path file : disk.list(folder)) {
            Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
            if (name.matches()) {
                newest.merge(name.group(2), Long.valueOf(name.group(1)), Math::max);
            }
        }
        return newest;
    }

    byte[] read(String role, long version) throws IOException {
        return disk.read(folder.resolve(name(role, version)), Limits.USUAL.metadata());
    }

    void write(String role, Document document) throws IOException {
        put(name(role, document.version()), document);
    }

    void timestamp(Document document) throws IOException {
        put(TIMESTAMP, document);
    }

    Optional<Document> timestamp() throws IOException, TrustException {
        try {
            return Optional.of(Document.parse(disk.read(folder.resolve(TIMESTAMP), Limits.USUAL.metadata())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void put(String name, Document document) throws IOException {
        disk.folders(folder);
        disk.replace(folder.resolve(name), document.octets());
    }
}
