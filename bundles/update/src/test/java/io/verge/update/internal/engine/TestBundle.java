package io.verge.update.internal.engine;

import io.verge.api.disk.Sha256;
import io.verge.transfer.jar.CanonicalJar;
import io.verge.transfer.jar.JarRefusedException;
import io.verge.transfer.jar.JarRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bundle in its canonical form, made on the spot. */
final class TestBundle {
    /** Making one needs a file, which takes longer than most tests. */
    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private final String name;
    private final String version;
    private final String level;
    private final byte[] jar;

    TestBundle(String name, String version, String level, byte[] jar) {
        this.name = name;
        this.version = version;
        this.level = level;
        this.jar = jar;
    }

    /** One that does nothing. */
    static TestBundle of(String name, String version) {
        return saying(name, version, name, version);
    }

    /** One whose manifest says something else. */
    static TestBundle saying(String name, String version, String saidName, String saidVersion) {
        byte[] jar = MADE.computeIfAbsent(saidName + " " + saidVersion, key -> make(saidName, saidVersion));
        return new TestBundle(name, version, level(name), jar);
    }

    /** One with another content. */
    TestBundle with(byte[] other) {
        return new TestBundle(name, version, level, other);
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    String level() {
        return level;
    }

    byte[] jar() {
        return jar;
    }

    String sha256() {
        return Sha256.of(jar).hex();
    }

    String title() {
        return name + " " + version;
    }

    private static String level(String name) {
        return name.startsWith("io.verge.driver.") ? "drivers" : "base";
    }

    private static byte[] make(String name, String version) {
        try {
            Path file = Files.createTempFile("bundle", ".jar");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
                put(
                        out,
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\nBundle-SymbolicName: " + name
                                + "\r\nBundle-Version: " + version + "\r\n\r\n");
                put(out, "code.txt", (name + " is a bundle of so many words\n").repeat(20) + version);
            }
            ByteArrayOutputStream jar = new ByteArrayOutputStream();
            CanonicalJar.write(file, jar, JarRules.STRICT);
            Files.delete(file);
            return jar.toByteArray();
        } catch (IOException | JarRefusedException e) {
            throw new AssertionError(e);
        }
    }

    private static void put(ZipOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
