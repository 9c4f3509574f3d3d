package io.verge.agent.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for one run of a command that leaves nothing behind, unless somebody wants to keep it. */
final class Workspace implements Closeable {
    private final Path folder;
    private final boolean kept;

    private Workspace(Path folder, boolean kept) {
        this.folder = folder;
        this.kept = kept;
    }

    static Workspace create(String command) throws IOException {
        return new Workspace(Files.createTempDirectory("verge-" + command + "-"), false);
    }

    /**
     * A folder that stays.
     *
     * @throws IOException when there is something in it already
     */
    static Workspace kept(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IOException(folder + " is not empty: name a new folder");
            }
        }
        return new Workspace(folder, true);
    }

    Path folder() {
        return folder;
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Override
    public void close() throws IOException {
        if (kept || !Files.exists(folder)) {
            return; // somebody's, or closed before
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
