package io.verge.driver.radar.ti.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lines that configure a radar, in the order in which they are sent; without comments and blank lines.
 */
record CliProfile(List<Line> lines) {
    private static final int MAX_OCTETS = 64 * 1024;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** A line and its number in the file, from 1. */
    record Line(int number, String text) {}

    CliProfile {
        lines = List.copyOf(lines);
    }

    /** Reads a profile as TI's tools write it. */
    static CliProfile read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] octets = in.readNBytes(MAX_OCTETS + 1);
            if (octets.length > MAX_OCTETS) {
                throw new IOException(path + " is longer than " + MAX_OCTETS + " octets: no radar profile");
            }
            return parse(new String(octets, StandardCharsets.ISO_8859_1));
        }
    }

    static CliProfile parse(String text) {
        List<String> all = text.lines().map(String::strip).toList();
        return new CliProfile(IntStream.range(0, all.size())
                .mapToObj(i -> new Line(i + 1, all.get(i)))
                .filter(line -> !line.text().isEmpty() && !line.text().startsWith("%"))
                .toList());
    }

    /** The period of the frames, the fifth argument of frameCfg; empty when the profile does not tell a plausible one. */
    Optional<Duration> framePeriod() {
        return lines.stream()
                .map(line -> SPACE.splitAsStream(line.text()).toList())
                .filter(words -> words.size() > 5 && words.get(0).equals("frameCfg"))
                .flatMap(words -> milliseconds(words.get(5)).stream())
                .findFirst();
    }

    private static Optional<Duration> milliseconds(String number) {
        try {
            double value = Double.parseDouble(number);
            return value >= 1 && value <= 60_000
                    ? Optional.of(Duration.ofNanos(Math.round(value * 1e6)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
