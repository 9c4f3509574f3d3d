package io.verge.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Recordings and vectors made by others, which are not part of the sources: the system property {@code verge.data}, else the
 * environment's VERGE_DATA, else the first {@code shared/data} beside the working directory or above it. A test that needs a
 * file is skipped, and says so, when it is absent.
 */
public final class DataFolder {
    private DataFolder() {}

    /**
     * The path of a file in the data folder, such as {@code radar/x.dat}; skips the running test when it is not there.
     */
    public static Path file(String name) {
        Path folder = find();
        if (folder == null) {
            return abort(
                    "skipped: no data folder; set VERGE_DATA or put shared/data beside the sources to test " + name);
        }
        Path file = folder.resolve(name);
        return Files.exists(file) ? file : abort("skipped: " + name + " is not in the data folder " + folder);
    }

    private static @Nullable Path find() {
        String configured = System.getProperty("verge.data", System.getenv("VERGE_DATA"));
        if (configured != null) {
            return Path.of(configured);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return null;
    }
}
