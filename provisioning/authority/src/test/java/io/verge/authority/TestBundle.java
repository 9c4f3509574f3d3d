package io.verge.authority;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars as a build tool leaves them. */
final class TestBundle {
    static final String GNSS = "io.verge.driver.gnss";
    /** Of classes: more than what is around them. */
    private static final int SIZE = 20_000;

    private TestBundle() {}

    /** A driver of this version; two of them differ by what a fix changes. */
    static Path driver(Path folder, String name, String version) throws IOException {
        byte[] code = new byte[SIZE];
        new Random(name.hashCode()).nextBytes(code);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a/Driver.class", code);
        entries.put("a/Fix.class", version.getBytes(StandardCharsets.UTF_8));
        return write(folder.resolve(name + "-" + version + ".jar"), name, version, entries);
    }

    static Path write(Path file, String name, String version, Map<String, byte[]> entries) throws IOException {
        String manifest = "Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\nBundle-SymbolicName: " + name
                + ";singleton:=true\r\nBundle-Version: " + version + "\r\n\r\n";
        try (OutputStream octets = Files.newOutputStream(file);
                ZipOutputStream out = new ZipOutputStream(octets)) {
            put(out, "META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
        }
        return file;
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
