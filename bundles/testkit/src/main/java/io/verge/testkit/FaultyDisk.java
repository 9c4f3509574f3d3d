package io.verge.testkit;

import io.verge.api.disk.Appender;
import io.verge.api.disk.Disk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A disk in memory that goes wrong when told to. Each step that a real disk does for an operation is counted: replacing a file is
 * four (write, sync, rename, sync of the folder). {@link #failAt} lets one of them throw, {@link #failFrom} all from one on, {@link #stopAt} ends the process there:
 * from then on every operation throws {@link Stopped} until {@link #restart}, where nothing is lost, or {@link #powerCut}, where
 * what was not synced is: contents from a random octet on, names from a random one on in the order in which they were given.
 */
public final class FaultyDisk implements Disk {
    /** The process has died within an operation. An error, so that nothing that handles failures of the disk handles this one. */
    public static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped(int operation) {
            super("the process ended at operation " + operation + " of the disk");
        }
    }

    private enum Fault {
        FAIL,
        FAIL_ON,
        STOP
    }

    private static final int NEVER = Integer.MAX_VALUE;

    private final RandomGenerator random;
    private final FileNames names = new FileNames();
    private int operations;
    private int faultAt = NEVER;
    private Fault fault = Fault.FAIL;
    private long free = 1L << 30;
    private boolean unreadable;

    /** The same randomness makes the same losses. */
    public FaultyDisk(RandomGenerator random) {
        this.random = random;
    }

    /** The operation of this number from now on, counted from 1, throws an {@link IOException}; those after it work again. */
    public void failAt(int number) {
        faultIn(number, Fault.FAIL);
    }

    /** The operation of this number from now on, counted from 1, and all after it throw an {@link IOException}. */
    public void failFrom(int number) {
        faultIn(number, Fault.FAIL_ON);
    }

    /** The process ends within the operation of this number from now on, counted from 1. */
    public void stopAt(int number) {
        faultIn(number, Fault.STOP);
    }

    private void faultIn(int number, Fault kind) {
        operations = 0;
        faultAt = number;
        fault = kind;
    }

    /** How many operations there were since the last {@link #failAt}, {@link #failFrom}, {@link #stopAt}, {@link #restart} or {@link #powerCut}. */
    public int operations() {
        return operations;
    }

    /** What {@link #free} says; when it is 0, nothing can be written. */
    public void free(long octets) {
        free = octets;
    }

    /** From now on no file can be read. */
    public void unreadable(boolean isUnreadable) {
        unreadable = isUnreadable;
    }

    /** Another process goes on with what this one did; the machine ran on. */
    public void restart() {
        faultIn(NEVER, Fault.FAIL);
    }

    /** The power went and came back: what was synced is there, and some of the rest. */
    public void powerCut() {
        names.loseUnsynced(random);
        restart();
    }

    /** Puts a file there as if it had always been, with its folders. */
    public void plant(Path file, byte[] content) {
        names.plant(file, content);
    }

    /** One octet of a file turns into another. */
    public void rot(Path file, int octet) {
        FileContent content = names.file(file).orElseThrow();
        content.rot(octet);
    }

    /** Without counting. */
    public boolean has(Path file) {
        return names.file(file).isPresent();
    }

    @Override
    public byte[] read(Path file, int atMost) throws IOException {
        step(() -> {});
        byte[] content = readable(file).cached();
        if (content.length > atMost) {
            throw new IOException(file + " is longer than " + atMost + " octets");
        }
        return content.clone();
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        step(() -> {});
        return names.in(folder);
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        mustHaveFolder(file);
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        FileContent written = new FileContent();
        names.put(unfinished, written);
        writeSome(written, content);
        step(written::sync);
        move(unfinished, file);
    }

    /** As {@link #replace}: nobody else is here. */
    @Override
    public void replaceSecret(Path file, byte[] content) throws IOException {
        replace(file, content);
    }

    @Override
    public Appender append(Path file) throws IOException {
        mustHaveFolder(file);
        Optional<FileContent> before = names.file(file);
        FileContent content = before.orElseGet(FileContent::new);
        if (before.isEmpty()) {
            step(() -> names.put(file, content));
        }
        return new End(file, content);
    }

    @Override
    public InputStream open(Path file) throws IOException {
        step(() -> {});
        return new ByteArrayInputStream(readable(file).cached());
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        if (!names.isFolder(from)) {
            existing(from);
        }
        mustHaveFolder(to);
        step(() -> names.rename(from, to));
        step(() -> names.sync(FileNames.folderOf(to)));
        if (!FileNames.folderOf(from).equals(FileNames.folderOf(to))) {
            step(() -> names.sync(FileNames.folderOf(from)));
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        if (names.isFolder(file) && !names.in(file).isEmpty()) {
            throw new DirectoryNotEmptyException(file.toString());
        }
        step(() -> names.remove(file));
    }

    @Override
    public void folders(Path folder) throws IOException {
        if (!names.isFolder(folder)) {
            step(() -> names.folder(folder));
        }
    }

    @Override
    public long free(Path folder) {
        return free;
    }

    private FileContent readable(Path file) throws IOException {
        if (unreadable) {
            throw new IOException("input/output error");
        }
        return existing(file);
    }

    private FileContent existing(Path file) throws IOException {
        return names.file(file).orElseThrow(() -> new NoSuchFileException(file.toString()));
    }

    private void mustHaveFolder(Path file) throws IOException {
        if (!names.isFolder(FileNames.folderOf(file))) {
            throw new NoSuchFileException(FileNames.folderOf(file).toString());
        }
    }

    /** Within a step that ends the process, what was to be done may have been done or not. */
    private void step(Runnable action) throws IOException {
        operations++;
        if (fault == Fault.FAIL ? operations != faultAt : operations < faultAt) {
            action.run();
        } else if (fault != Fault.STOP) {
            throw new IOException("operation " + operations + " of the disk has failed");
        } else {
            if (operations == faultAt && random.nextBoolean()) {
                action.run();
            }
            throw new Stopped(operations);
        }
    }

    private void writeSome(FileContent file, byte[] content) throws IOException {
        if (free == 0) {
            throw new IOException("no space left on device");
        }
        boolean cut = operations + 1 == faultAt;
        if (cut) {
            file.add(Arrays.copyOf(content, random.nextInt(content.length + 1)));
        }
        step(() -> {
            if (!cut) {
                file.add(content);
            }
        });
    }

    private final class End implements Appender {
        private final Path file;
        private final FileContent content;

        End(Path file, FileContent content) {
            this.file = file;
            this.content = content;
        }

        @Override
        public void write(ByteBuffer octets) throws IOException {
            byte[] added = new byte[octets.remaining()];
            octets.get(added);
            writeSome(content, added);
        }

        @Override
        public void sync() throws IOException {
            step(content::sync);
            step(() -> names.sync(FileNames.folderOf(file)));
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
