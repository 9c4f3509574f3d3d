package io.verge.agent.cli;

import java.nio.file.Path;

/** The folder that the command was given in. The start script changes to another, and says so. */
public final class Directory {
    private static final String PROPERTY = "verge.directory";

    private Directory() {}

    /** A file as named on the command line. */
    public static Path resolve(String name) {
        return Path.of(System.getProperty(PROPERTY, "")).resolve(name);
    }
}
