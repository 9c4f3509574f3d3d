package io.verge.cloud.internal.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that fails when told to, and that forgets on a power cut what was not synced: contents are lost from a random octet
 * on, names come true in the order in which they were given, up to a random one.
 */
public final class FaultyDisk implements Disk {
    /** What a file holds, and how much of it survives. */
    private static final class Content {
        private byte[] cached = new byte[0];
        private byte[] durable = new byte[0];
    }

    private final RandomGenerator random;
    private Map<Path, Content> names = new HashMap<>();
    private Map<Path, Content> durableNames = new HashMap<>();
    private int operations;
    private int failing = Integer.MAX_VALUE;
    private boolean full;
    private boolean unreadable;

    public FaultyDisk(RandomGenerator random) {
        this.random = random;
    }

    /** The operation of this number from now on is cut short, and so are all after it. */
    public void failAt(int number) {
        operations = 0;
        failing = number;
    }

    /** From now on nothing can be written. */
    public void full(boolean isFull) {
        full = isFull;
    }

    /** From now on nothing can be read. */
    public void unreadable(boolean isUnreadable) {
        unreadable = isUnreadable;
    }

    /** How many operations there were since {@link #failAt}. */
    public int operations() {
        return operations;
    }

    /** The power goes and comes back: what is left is what was synced, and some of the rest. */
    public void powerCut() {
        Map<Path, Content> left = random.nextBoolean() ? names : durableNames;
        for (Content content : left.values()) {
            content.cached = survivor(content);
            content.durable = content.cached;
        }
        names = new HashMap<>(left);
        durableNames = new HashMap<>(left);
        failing = Integer.MAX_VALUE;
    }

    /** What was synced, and of what was written since a part; the last octets of that part may be anything. */
    private byte[] survivor(Content content) {
        byte[] cached = content.cached;
        if (Arrays.equals(cached, content.durable) || random.nextInt(4) == 0) {
            return cached;
        }
        boolean appended = cached.length >= content.durable.length
                && Arrays.equals(content.durable, Arrays.copyOf(cached, content.durable.length));
        int from = appended ? content.durable.length : 0;
        byte[] left = Arrays.copyOf(cached, random.nextInt(from, cached.length + 1));
        for (int i = Math.max(from, left.length - 3); i < left.length; i++) {
            left[i] = random.nextBoolean() ? left[i] : 0;
        }
        return left;
    }

    /** One octet of a file turns into another. */
    public void rot(Path file, int octet) {
        content(file).cached[octet] ^= 0x20;
    }

    public int size(Path file) {
        Content content = names.get(file);
        return content == null ? 0 : content.cached.length;
    }

    public boolean has(Path file) {
        return names.containsKey(file);
    }

    @Override
    public byte @Nullable [] read(Path file, int most) throws IOException {
        if (unreadable) {
            throw new IOException("input/output error");
        }
        Content content = names.get(file);
        return content == null ? null : Arrays.copyOf(content.cached, Math.min(most, content.cached.length));
    }

    @Override
    public void write(Path file, byte[] octets) throws IOException {
        // Truncating is an operation of its own on the same file, so that an old content can be lost with the new.
        Content content = names.computeIfAbsent(file, any -> new Content());
        put(content, octets, 0);
    }

    @Override
    public void append(Path file, byte[] octets) throws IOException {
        Content content = names.computeIfAbsent(file, any -> new Content());
        put(content, octets, content.cached.length);
    }

    private void put(Content content, byte[] octets, int at) throws IOException {
        boolean cut = ++operations >= failing;
        int length = cut ? random.nextInt(octets.length + 1) : full ? octets.length / 2 : octets.length;
        byte[] next = Arrays.copyOf(content.cached, at + length);
        System.arraycopy(octets, 0, next, at, length);
        content.cached = next;
        if (cut || full) {
            throw new IOException(cut ? "the disk has failed" : "no space left on device");
        }
    }

    @Override
    public void sync(Path file) throws IOException {
        step();
        content(file).durable = content(file).cached;
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        names.put(to, content(from));
        names.remove(from);
    }

    @Override
    public void syncName(Path file) throws IOException {
        step();
        durableNames = new HashMap<>(names);
    }

    private void step() throws IOException {
        if (++operations >= failing) {
            throw new IOException("the disk has failed");
        }
        if (full) {
            throw new IOException("no space left on device");
        }
    }

    private Content content(Path file) {
        Content content = names.get(file);
        if (content == null) {
            throw new IllegalStateException("there is no " + file);
        }
        return content;
    }
}
