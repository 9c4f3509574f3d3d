package io.verge.itests.cloud;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A recording whose second half is later by a while, in which nothing is sensed. */
final class GapRecording {
    private static final Pattern TIMES = Pattern.compile("\\{\"arrival\":(\\d+),\"time\":(\\d+),(.*)");
    private static final long HALF_MILLIS = 60_000;

    private GapRecording() {}

    /** Writes it. */
    static void write(Path packed, Path to, Duration gap) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(to)) {
            out.write(in.readLine());
            out.newLine();
            long middle = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher frame = TIMES.matcher(line);
                if (!frame.matches()) {
                    throw new IOException("no frame: " + line);
                }
                long arrival = Long.parseLong(frame.group(1));
                middle = middle == 0 ? arrival + HALF_MILLIS : middle;
                long later = arrival < middle ? 0 : gap.toMillis();
                out.write("{\"arrival\":" + (arrival + later) + ",\"time\":" + (Long.parseLong(frame.group(2)) + later)
                        + "," + frame.group(3));
                out.newLine();
            }
        }
    }
}
