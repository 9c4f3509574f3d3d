package io.verge.update.internal;

import io.verge.api.bundle.BundleRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Version;

/**
 * A jar that someone wants to have installed, looked at from outside: every entry was read and its checksum found right.
 *
 * @param file where it lies
 * @param name its symbolic name
 */
record BundleJar(Path file, String name, Version version) {
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_UNPACKED = 256L << 20;
    /** What Java reads into memory as a whole. */
    private static final long MAX_META = 1L << 20;

    /** Characters. */
    private static final int MAX_SHOWN = 200;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern META = Pattern.compile("META-INF/[^/]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** @throws BundleRefusedException says what is wrong with it */
    static BundleJar read(Path file) throws BundleRefusedException {
        try {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                check(zip);
            }
            try (JarFile jar = new JarFile(file.toFile(), true)) {
                Manifest manifest = jar.getManifest();
                if (manifest == null) {
                    throw new BundleRefusedException("it is a jar without a manifest: build it as an OSGi bundle");
                }
                verify(jar);
                return of(file, manifest.getMainAttributes());
            }
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            // The last is what Java throws at names and comments of entries that are not UTF-8.
            String reason = shown(String.valueOf(e.getMessage()));
            throw new BundleRefusedException("it is not a whole jar: " + reason + "; transfer it again", e);
        }
    }

    private static BundleJar of(Path file, Attributes manifest) throws BundleRefusedException {
        String header = manifest.getValue("Bundle-SymbolicName");
        if (header == null || !"2".equals(manifest.getValue("Bundle-ManifestVersion"))) {
            throw new BundleRefusedException(
                    "its manifest has no Bundle-SymbolicName or is not of Bundle-ManifestVersion 2: build it as an"
                            + " OSGi bundle");
        }
        int directive = header.indexOf(';');
        String name = (directive < 0 ? header : header.substring(0, directive)).strip();
        if (name.length() > 200 || !NAME.matcher(name).matches()) {
            throw new BundleRefusedException("its Bundle-SymbolicName is not a name: " + shown(name));
        }
        if (manifest.getValue("Fragment-Host") != null) {
            throw new BundleRefusedException(name + " is a fragment: it would change another bundle");
        }
        if (manifest.getValue("Export-Package") != null) {
            throw new BundleRefusedException(name + " exports packages (" + shown(manifest.getValue("Export-Package"))
                    + "): a change of it would restart what uses them; drivers and apps export nothing");
        }
        try {
            return new BundleJar(file, name, Version.parseVersion(manifest.getValue("Bundle-Version")));
        } catch (IllegalArgumentException e) {
            throw new BundleRefusedException(
                    name + " has no valid Bundle-Version: " + shown(String.valueOf(e.getMessage())), e);
        }
    }

    /** Java itself compares no checksums, and takes the memory that a manifest wants. */
    private static void check(ZipFile zip) throws IOException, BundleRefusedException {
        if (zip.size() > MAX_ENTRIES) {
            throw new BundleRefusedException("it has more than " + MAX_ENTRIES + " entries");
        }
        long unpacked = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            long most = META.matcher(entry.getName()).matches() ? MAX_META : MAX_UNPACKED;
            try (InputStream in = zip.getInputStream(entry)) {
                unpacked += check(in, entry, Math.min(most, MAX_UNPACKED - unpacked));
            }
        }
    }

    private static long check(InputStream in, ZipEntry entry, long most) throws IOException, BundleRefusedException {
        CRC32 checksum = new CRC32();
        byte[] piece = new byte[8192];
        long size = 0;
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            size += n;
            if (size > most) {
                throw new BundleRefusedException("it unpacks to too much, at " + shown(entry.getName()) + ": at most "
                        + (MAX_UNPACKED >> 20) + " MiB in all, and " + (MAX_META >> 20) + " MiB for its manifest");
            }
            checksum.update(piece, 0, n);
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw new IOException(entry.getName() + " has another checksum than it should");
        }
        return size;
    }

    /** A signature that is there must be right; that there is one is not asked for. */
    private static void verify(JarFile jar) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            try (InputStream in = jar.getInputStream(entry)) {
                long unused = in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** What stands in a jar of a stranger, fit for one line of a terminal. */
    private static String shown(String text) {
        String cut = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
        return CONTROL.matcher(cut).replaceAll("?");
    }
}
