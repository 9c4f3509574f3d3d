package io.verge.benchmarks.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Linux says of a process. */
final class Linux {
    private static final int OCTETS_PER_KB = 1024;
    private static final double OCTETS_PER_MEGABYTE = 1e6;

    private static final Pattern COMPILER = Pattern.compile("^C[12] ");

    private Linux() {}

    /** Memory that is in use now, megabytes of a million octets; the kernel's kB are 1024. */
    static double residentMegabytes(long pid) throws IOException {
        return status(pid, "VmRSS") * OCTETS_PER_KB / OCTETS_PER_MEGABYTE;
    }

    /** The most that was in use at any time. */
    static double peakMegabytes(long pid) throws IOException {
        return status(pid, "VmHWM") * OCTETS_PER_KB / OCTETS_PER_MEGABYTE;
    }

    /** Names of the threads, sorted, without those of Java's compilers, which come and go with what there is to compile. */
    static List<String> threads(long pid) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process(pid).resolve("task"))) {
            for (Path task : tasks) {
                name(task).filter(COMPILER.asPredicate().negate()).ifPresent(names::add);
            }
        }
        Collections.sort(names);
        return names;
    }

    /** The first 15 octets of it; empty when the thread has just ended. */
    private static Optional<String> name(Path task) throws IOException {
        try {
            return Optional.of(Files.readString(task.resolve("comm")).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Open file descriptors. */
    static int files(long pid) throws IOException {
        try (Stream<Path> files = Files.list(process(pid).resolve("fd"))) {
            return (int) files.count();
        }
    }

    /** Whether a file with such a name is mapped into its memory. */
    static boolean maps(long pid, String name) throws IOException {
        return Files.readString(process(pid).resolve("maps"), StandardCharsets.UTF_8)
                .contains("/" + name + "\n");
    }

    private static Path process(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    private static long status(long pid, String field) throws IOException {
        for (String line : Files.readAllLines(process(pid).resolve("status"))) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IOException("/proc/" + pid + "/status has no " + field);
    }
}
