package io.verge.agent.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the shipped bundles and profiles are: the start script says so. */
final class Installation {
    static final String PROPERTY = "verge.installation";

    private Installation() {}

    static Path folder() throws IOException {
        String folder = System.getProperty(PROPERTY);
        if (folder == null || !Files.isDirectory(Path.of(folder, "bundles"))) {
            throw new IOException(
                    "there are no bundles: start this command by the script `verge` of a distribution, not "
                            + (folder == null ? "by its class alone" : "from " + folder));
        }
        return Path.of(folder);
    }
}
