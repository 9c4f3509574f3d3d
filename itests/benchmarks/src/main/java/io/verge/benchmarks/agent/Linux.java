package io.verge.benchmarks.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux says of a process. */
final class Linux {
    private static final int OCTETS_PER_KB = 1024;
    private static final double OCTETS_PER_MEGABYTE = 1e6;

    private Linux() {}

    /** Memory that is in use now, megabytes of a million octets; the kernel's kB are 1024. */
    static double residentMegabytes(long pid) throws IOException {
        return status(pid, "VmRSS") * OCTETS_PER_KB / OCTETS_PER_MEGABYTE;
    }

    /** The most that was in use at any time. */
    static double peakMegabytes(long pid) throws IOException {
        return status(pid, "VmHWM") * OCTETS_PER_KB / OCTETS_PER_MEGABYTE;
    }

    static int threads(long pid) throws IOException {
        return (int) status(pid, "Threads");
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
