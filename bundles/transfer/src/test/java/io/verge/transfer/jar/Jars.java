package io.verge.transfer.jar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars made on the spot, as any tool might make them: compressed, dated today, in any order. */
public final class Jars {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private String headers = "Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\n";
    private String comment = "";
    private long time = 1_790_000_000_000L;

    /** A bundle with two classes. */
    public static Jars bundle() {
        return new Jars()
                .header("Bundle-SymbolicName: a.b")
                .with("z/Last.class", "zzz")
                .with("a/First.class", "aaa");
    }

    public Jars with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Jars with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    public Jars header(String line) {
        headers += line + "\r\n";
        return this;
    }

    Jars dated(long millis) {
        time = millis;
        return this;
    }

    Jars commented(String text) {
        comment = text;
        return this;
    }

    /** As a tool packs it, with the manifest at the end. */
    public byte[] octets() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets)) {
            out.setComment(comment);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
            put(out, MANIFEST, (headers + "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    /** The canonical form of a jar. */
    public static byte[] canonical(byte[] jar, Path folder) throws IOException, JarRefusedException {
        Path file = Files.write(folder.resolve("jar-" + System.identityHashCode(jar) + ".jar"), jar);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CanonicalJar.write(file, out, JarRules.STRICT);
        return out.toByteArray();
    }

    static String check(byte[] jar) throws IOException {
        return check(jar, JarRules.STRICT);
    }

    /** Why it is refused; empty when it is not. */
    static String check(byte[] jar, JarRules rules) throws IOException {
        try {
            var unused = CanonicalJar.check(new ByteArrayInputStream(jar), rules);
            return "";
        } catch (JarRefusedException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
