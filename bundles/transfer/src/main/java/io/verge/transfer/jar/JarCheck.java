package io.verge.transfer.jar;

import static io.verge.transfer.jar.JarRefusedException.shown;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks at any jar from outside: reads every entry, compares its checksum, and its signature where there is one. */
public final class JarCheck {
    private JarCheck() {}

    /**
     * The manifest of a jar in which nothing is wrong.
     *
     * @throws JarRefusedException says what is
     */
    public static Manifest manifest(Path file, JarRules rules) throws JarRefusedException {
        try {
            Manifest manifest = read(file, rules);
            verifySignature(file);
            return manifest;
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            // The last is what Java throws at names and comments of entries that are not UTF-8.
            String reason = shown(e.getMessage());
            throw new JarRefusedException("it is not a whole jar: " + reason + "; transfer it again", e);
        }
    }

    /** Java itself compares no checksums, and takes the memory that a manifest wants. */
    private static Manifest read(Path file, JarRules rules) throws IOException, JarRefusedException {
        Contents contents = new Contents(rules);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > rules.entries()) {
                throw new JarRefusedException("it has more than " + rules.entries() + " entries");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                contents.enter(entry.getName());
                try (InputStream in = zip.getInputStream(entry)) {
                    compare(entry, contents.read(entry.getName(), in));
                }
            }
        }
        Manifest manifest = contents.manifest();
        if (manifest == null) {
            throw new JarRefusedException("it is a jar without a manifest: build it as an OSGi bundle");
        }
        return manifest;
    }

    private static void compare(ZipEntry entry, Contents.Entry found) throws IOException {
        if (found.crc() != entry.getCrc()) {
            throw new IOException(entry.getName() + " has another checksum than it should");
        }
    }

    /** A signature that is there must be right; that there is one is not asked for. */
    private static void verifySignature(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                try (InputStream in = jar.getInputStream(entry)) {
                    long unused = in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }
}
