package io.verge.driver.recording.internal;

import io.verge.testkit.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.opentest4j.TestAbortedException;

/** A recording of a crossing that others made. */
final class Recorded {
    private static final String FILE = "trajectories/x4-a.jsonl.gz";

    private Recorded() {}

    /** The first lines with their line feeds, the header among them; none when the data folder is absent. */
    static List<byte[]> lines(int count) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(DataFolder.file(FILE));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null && lines.size() < count) {
                lines.add(Lines.octets(line, "\n"));
                line = reader.readLine();
            }
        } catch (TestAbortedException e) {
            return List.of();
        }
        return lines;
    }
}
