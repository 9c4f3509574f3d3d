package io.verge.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Folders {
    private Folders() {}

    /** All that is in it, itself first, parents before children, by name. */
    static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file :
                    walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Gives all in it one time: an archive of classes counts only beside jars of the time that it was made with. */
    static void touch(Path folder, FileTime time) throws IOException {
        for (Path file : walk(folder)) {
            if (!Files.isSymbolicLink(file)) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }
}
