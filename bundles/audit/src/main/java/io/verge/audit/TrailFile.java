package io.verge.audit;

import io.verge.api.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the files: the number of the first entry, so that sorted by name they are in order. */
final class TrailFile {
    private static final Pattern NAME = Pattern.compile("([0-9]{12})\\.trail");

    private TrailFile() {}

    static Path of(Path folder, long first) {
        return folder.resolve("%012d.trail".formatted(first));
    }

    /** The number in its name; empty when it is none of the trail. */
    static OptionalLong first(Path file) {
        Matcher name = NAME.matcher(name(file));
        return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
    }

    private static boolean isOne(Path file) {
        return first(file).isPresent();
    }

    /** All of a folder, the oldest first. */
    static List<Path> all(Disk disk, Path folder) throws IOException {
        return disk.list(folder).stream().filter(TrailFile::isOne).sorted().toList();
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
