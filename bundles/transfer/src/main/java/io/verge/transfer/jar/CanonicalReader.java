package io.verge.transfer.jar;

import static io.verge.transfer.jar.JarRefusedException.shown;

import io.verge.transfer.Exactly;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/**
 * Reads a jar and compares each of its headers with the only one that there may be, so that no two readers of zip files can see different
 * things in it. One use.
 */
final class CanonicalReader {
    /** Offsets in the header of an entry. */
    private static final int CRC = 14;

    private static final int SIZE = 18;
    private static final int NAME_LENGTH = 26;

    private final InputStream in;
    private final Contents contents;
    private final List<StoredZip.Entry> entries = new ArrayList<>();
    private long offset;
    private String last = "";

    CanonicalReader(InputStream in, JarRules rules) {
        this.in = in;
        contents = new Contents(rules);
    }

    Manifest read() throws IOException, JarRefusedException {
        byte[] start = exactly(4);
        while (ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt() == StoredZip.LOCAL_SIGNATURE) {
            readEntry(start);
            start = exactly(4);
        }
        Manifest manifest = contents.manifest();
        if (manifest == null) {
            throw new JarRefusedException("it is a jar without a manifest: build it as an OSGi bundle");
        }
        readDirectory(start);
        return manifest;
    }

    private void readEntry(byte[] signature) throws IOException, JarRefusedException {
        ByteBuffer fixed = ByteBuffer.allocate(StoredZip.LOCAL_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        fixed.put(signature).put(exactly(StoredZip.LOCAL_SIZE - signature.length));
        byte[] octets = exactly(fixed.getShort(NAME_LENGTH) & 0xffff);
        String name = new String(octets, StandardCharsets.UTF_8);
        long size = fixed.getInt(SIZE) & 0xffffffffL;
        StoredZip.Entry entry = new StoredZip.Entry(name, fixed.getInt(CRC) & 0xffffffffL, size, offset);
        contents.enter(name);
        byte[] header = StoredZip.local(entry);
        if (!Arrays.equals(header, join(fixed.array(), octets)) || !follows(name)) {
            throw notCanonical("at its entry " + shown(name));
        }
        readContent(entry);
        entries.add(entry);
        offset += header.length + size;
    }

    private boolean follows(String name) {
        boolean follows = last.isEmpty() || EntryName.ORDER.compare(last, name) < 0;
        last = name;
        return follows;
    }

    private void readContent(StoredZip.Entry entry) throws IOException, JarRefusedException {
        try {
            Contents.Entry found = contents.read(entry.name(), new Exactly(in, entry.size()));
            if (found.crc() != entry.crc()) {
                throw new JarRefusedException(
                        "it is not a whole jar: " + shown(entry.name()) + " has another checksum than it should");
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new JarRefusedException("a jar in it is damaged: " + shown(entry.name()), e);
        }
    }

    private void readDirectory(byte[] start) throws IOException, JarRefusedException {
        long size = 0;
        for (StoredZip.Entry entry : entries) {
            byte[] header = StoredZip.central(entry);
            compare(start, header);
            start = new byte[0];
            size += header.length;
        }
        compare(start, StoredZip.end(entries.size(), offset, size));
        if (in.read() >= 0) {
            throw notCanonical("something follows its end");
        }
    }

    /** @param start octets that were read already */
    private void compare(byte[] start, byte[] expected) throws IOException, JarRefusedException {
        if (!Arrays.equals(expected, join(start, exactly(expected.length - start.length)))) {
            throw notCanonical("in its directory");
        }
    }

    private byte[] exactly(int octets) throws IOException {
        byte[] read = in.readNBytes(octets);
        if (read.length < octets) {
            throw new EOFException();
        }
        return read;
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static JarRefusedException notCanonical(String where) {
        return new JarRefusedException("it is not a canonical stored jar: " + where);
    }
}
