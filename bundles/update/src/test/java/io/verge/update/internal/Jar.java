package io.verge.update.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bundle made on the spot. */
public final class Jar {
    private static final String ACTIVATOR = "io/verge/update/internal/TestActivator.class";

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 1, 8, 0);

    private final Manifest manifest = new Manifest();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private final String name;
    private final String version;

    private Jar(String name, String version) {
        this.name = name;
        this.version = version;
        with("Manifest-Version", "1.0");
        with("Bundle-ManifestVersion", "2");
        with("Bundle-SymbolicName", name);
        with("Bundle-Version", version);
    }

    /** One that does nothing. */
    public static Jar bundle(String name, String version) {
        return new Jar(name, version);
    }

    /** One that registers a service when it is started. */
    public static Jar active(String name, String version) {
        return new Jar(name, version)
                .with("Bundle-Activator", "io.verge.update.internal.TestActivator")
                .with("Import-Package", "org.osgi.framework")
                .entry(ACTIVATOR, activator());
    }

    private static byte[] activator() {
        try (InputStream in = Jar.class.getClassLoader().getResourceAsStream(ACTIVATOR)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its symbolic name. */
    public String name() {
        return name;
    }

    public String version() {
        return version;
    }

    /** With a header of its manifest. */
    public Jar with(String header, String value) {
        manifest.getMainAttributes().put(new Attributes.Name(header), value);
        return this;
    }

    Jar without(String header) {
        manifest.getMainAttributes().remove(new Attributes.Name(header));
        return this;
    }

    /** With a file in it. */
    public Jar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** The same octets each time. */
    public byte[] octets() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets)) {
            ByteArrayOutputStream headers = new ByteArrayOutputStream();
            manifest.write(headers);
            put(out, "META-INF/MANIFEST.MF", headers.toByteArray());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** Not compressed, so that a test can find what it wants to damage. */
    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    ByteBuffer build() {
        return ByteBuffer.wrap(octets());
    }
}
