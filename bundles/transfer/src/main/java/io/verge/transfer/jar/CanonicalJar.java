package io.verge.transfer.jar;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The one form of a jar that is signed: {@code META-INF/MANIFEST.MF} first, then the entries in the order of their names' octets; all
 * stored, dated 1980-01-01 00:00, without comments, extra fields, gaps, or anything before or after. The same entries give the same octets,
 * whatever tool had packed them, and a small change of a class is a small change of the jar.
 */
public final class CanonicalJar {
    private CanonicalJar() {}

    /**
     * Writes the canonical form of a jar in which nothing is wrong.
     *
     * @param out stays open
     * @throws JarRefusedException when something is
     */
    public static void write(Path jar, OutputStream out, JarRules rules) throws IOException, JarRefusedException {
        Manifest unused = JarCheck.manifest(jar, rules);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
            entries.sort(Comparator.comparing(ZipEntry::getName, EntryName.ORDER));
            List<StoredZip.Entry> written = new ArrayList<>();
            long offset = 0;
            for (ZipEntry entry : entries) {
                StoredZip.Entry stored = new StoredZip.Entry(entry.getName(), entry.getCrc(), entry.getSize(), offset);
                byte[] header = StoredZip.local(stored);
                out.write(header);
                copy(zip, entry, out);
                written.add(stored);
                offset += header.length + entry.getSize();
            }
            writeDirectory(written, offset, out);
        }
    }

    private static void copy(ZipFile zip, ZipEntry entry, OutputStream out) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            if (in.transferTo(out) != entry.getSize()) {
                throw new IOException(entry.getName() + " has another length than it says");
            }
        }
    }

    private static void writeDirectory(List<StoredZip.Entry> entries, long offset, OutputStream out)
            throws IOException {
        long size = 0;
        for (StoredZip.Entry entry : entries) {
            byte[] header = StoredZip.central(entry);
            out.write(header);
            size += header.length;
        }
        out.write(StoredZip.end(entries.size(), offset, size));
    }

    /**
     * The manifest of what is a canonical jar in which nothing is wrong. Reads once from start to end, in constant memory but for the names.
     *
     * @param in stays open
     * @throws JarRefusedException when it is not, with the reason
     * @throws IOException when it cannot be read
     */
    public static Manifest check(InputStream in, JarRules rules) throws IOException, JarRefusedException {
        try {
            return new CanonicalReader(in, rules).read();
        } catch (EOFException e) {
            throw new JarRefusedException("it is not a whole jar: it ends too early; transfer it again", e);
        }
    }
}
