package io.verge.update.internal;

import io.verge.api.bundle.BundleRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
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
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** @throws BundleRefusedException says what is wrong with it */
    static BundleJar read(Path file) throws BundleRefusedException {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new BundleRefusedException("it is a jar without a manifest: build it as an OSGi bundle");
            }
            BundleJar bundle = of(file, manifest.getMainAttributes());
            readAll(jar);
            return bundle;
        } catch (IOException | SecurityException e) {
            throw new BundleRefusedException("it is not a whole jar: " + e.getMessage() + "; transfer it again", e);
        }
    }

    private static BundleJar of(Path file, Attributes manifest) throws BundleRefusedException {
        String header = manifest.getValue("Bundle-SymbolicName");
        if (header == null) {
            throw new BundleRefusedException("its manifest has no Bundle-SymbolicName: build it as an OSGi bundle");
        }
        int directive = header.indexOf(';');
        String name = (directive < 0 ? header : header.substring(0, directive)).strip();
        if (name.length() > 200 || !NAME.matcher(name).matches()) {
            throw new BundleRefusedException("its Bundle-SymbolicName is not a name: " + name);
        }
        if (manifest.getValue("Fragment-Host") != null) {
            throw new BundleRefusedException(name + " is a fragment: it would change another bundle");
        }
        if (manifest.getValue("Export-Package") != null) {
            throw new BundleRefusedException(name + " exports packages (" + manifest.getValue("Export-Package")
                    + "): a change of it would restart what uses them; drivers and apps export nothing");
        }
        try {
            return new BundleJar(file, name, Version.parseVersion(manifest.getValue("Bundle-Version")));
        } catch (IllegalArgumentException e) {
            throw new BundleRefusedException(name + " has no valid Bundle-Version: " + e.getMessage(), e);
        }
    }

    private static void readAll(JarFile jar) throws IOException, BundleRefusedException {
        long unpacked = 0;
        int count = 0;
        byte[] piece = new byte[8192];
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            count++;
            if (count > MAX_ENTRIES) {
                throw new BundleRefusedException("it has more than " + MAX_ENTRIES + " entries");
            }
            try (InputStream in = jar.getInputStream(entry)) {
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    unpacked += n;
                    if (unpacked > MAX_UNPACKED) {
                        throw new BundleRefusedException("it unpacks to more than " + (MAX_UNPACKED >> 20) + " MiB");
                    }
                }
            }
        }
    }
}
