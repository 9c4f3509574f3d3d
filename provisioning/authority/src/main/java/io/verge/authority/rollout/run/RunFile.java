package io.verge.authority.rollout.run;

import io.verge.api.disk.Disk;
import io.verge.authority.json.JsonObject;
import io.verge.json.tree.JsonTree;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * The file of a roll-out, written by who runs it, and beside it the file {@code ….order}, by which another process says what a person
 * wants; so each file has one writer.
 */
public final class RunFile {
    private static final int LARGEST = 64 << 20;
    private static final int LARGEST_ORDER = 4 << 10;

    private final Disk disk;
    private final Path file;
    private final Path order;

    /** @param file need not be there yet; its folder must */
    public RunFile(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
        order = file.resolveSibling(file.getFileName() + ".order");
    }

    /** What a person wants of a roll-out. */
    public enum Order {
        PAUSE,
        RESUME,
        RETRY,
        CANCEL;

        /** As people and files have it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether there is a roll-out. */
    public boolean isThere() throws IOException {
        try {
            disk.open(file).close();
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Reads it.
     *
     * @throws IOException when there is none, or it makes no sense
     */
    public Run read() throws IOException {
        try {
            return RunJson.read(disk.read(file, LARGEST));
        } catch (NoSuchFileException e) {
            throw new IOException("there is no roll-out " + file + "; make one by 'rollout plan'", e);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** When it returns, a power cut does not take it away. */
    public void write(Run run) throws IOException {
        disk.replace(file, RunJson.write(run));
    }

    /** Says what a person wants; an older order that nobody has taken yet is forgotten. */
    public void order(Order wanted, String by) throws IOException {
        disk.replace(order, JsonTree.octets(Map.of("order", wanted.label(), "by", by)));
    }

    /**
     * Does what a person wants, if there is something, and writes the result down. Who dies behind that does it again, which changes
     * nothing but for a retry, which is then tried once more.
     */
    public Run obey(Run run, Instant now) throws IOException {
        JsonObject wanted;
        try {
            wanted = JsonObject.read(disk.read(order, LARGEST_ORDER));
        } catch (NoSuchFileException e) {
            return run;
        }
        Run next = run;
        try {
            next = apply(run, Order.valueOf(wanted.text("order").toUpperCase(Locale.ROOT)), wanted.text("by"), now);
        } catch (IllegalStateException e) {
            next = run.refusedOrder(e.getMessage() == null ? "" : e.getMessage(), now);
        } catch (IllegalArgumentException e) {
            next = run.refusedOrder("an order that nobody knows", now);
        }
        write(next);
        disk.delete(order);
        return next;
    }

    private static Run apply(Run run, Order wanted, String by, Instant now) {
        return switch (wanted) {
            case PAUSE -> run.pause(by, now);
            case RESUME -> run.resume(by, now);
            case RETRY -> run.retry(by, now);
            case CANCEL -> run.cancel(by, now);
        };
    }
}
