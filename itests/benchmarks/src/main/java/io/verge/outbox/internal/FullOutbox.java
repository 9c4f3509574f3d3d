package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The outbox with its file, in which records have waited since before it was started. */
public final class FullOutbox implements AutoCloseable {
    private final Path folder;
    private final Running running;

    /**
     * On the disk of temporary files.
     *
     * @param records how many, in the lane event
     * @param content of each
     */
    public FullOutbox(int records, byte[] content) throws IOException, InterruptedException {
        folder = Files.createTempDirectory("full-outbox");
        try (Running before = new Running(folder)) {
            before.awaitOpen();
            before.put(Lane.EVENT, records, content);
        }
        running = new Running(folder);
        running.awaitOpen();
    }

    /** Where they are taken. */
    public Outlet outlet() {
        return running.outbox;
    }

    /** With its folder. */
    @Override
    public void close() throws IOException {
        running.close();
        Running.delete(folder);
    }
}
