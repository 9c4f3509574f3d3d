package io.verge.outbox;

import io.verge.outbox.internal.recovery.Salvage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/** Gets records out of a file of the outbox, whole or damaged. It reads pages by itself, so it needs no SQLite and no running agent. */
public final class OutboxRecovery {
    private OutboxRecovery() {}

    /**
     * Writes each record that can be read in the file, or in the log ({@code -wal}) beside it, as a line of JSON: {@code store},
     * {@code lane}, {@code stream}, {@code sequence}, {@code time} and {@code body}, or {@code octets} in base 64 when its content is not JSON,
     * and {@code streamNumber} when the stream's name cannot be read. Records that had arrived and whose room was not used again are among
     * them: the far end knows them by store, lane, stream and sequence. In no order.
     *
     * @return how many
     * @throws IOException when there is no such file, it cannot be read, or the lines cannot be written
     */
    public static long write(Path file, Writer lines) throws IOException {
        return new Salvage().write(file, lines);
    }
}
