package io.verge.outbox.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where SQLite's native library is unpacked: {@code /tmp} may be mounted without the right to execute. */
final class Natives {
    private static final String FOLDER = "org.sqlite.tmpdir";

    private Natives() {}

    /** Before the first connection; the library is loaded once a process, by the bundle that holds it. */
    static void unpackTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        System.setProperty(FOLDER, folder.toString());
    }
}
