package io.verge.itests.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars like a shipped one, with something changed. */
final class BundleJars {
    private BundleJars() {}

    /** A shipped bundle. */
    static Path shipped(String folder, String artifact) {
        return Path.of(System.getProperty("verge.distribution", ""), "bundles", folder, artifact + "-0.1.0.jar");
    }

    /** The same bundle with other headers, and one more entry so that its content differs. */
    static Path variant(Path original, Path to, Map<String, String> headers) throws IOException {
        return variant(original, to, headers, List.of());
    }

    /** And with these classes in it. */
    static Path variant(Path original, Path to, Map<String, String> headers, List<Class<?>> classes)
            throws IOException {
        return variant(original, to, headers, classes, Map.of());
    }

    /** And with these files of text. */
    static Path variant(
            Path original, Path to, Map<String, String> headers, List<Class<?>> classes, Map<String, String> texts)
            throws IOException {
        try (JarFile jar = new JarFile(original.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            headers.forEach(manifest.getMainAttributes()::putValue);
            try (OutputStream file = Files.newOutputStream(to);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        jar.getInputStream(entry).transferTo(out);
                        out.closeEntry();
                    }
                }
                for (Class<?> one : classes) {
                    String entry = one.getName().replace('.', '/') + ".class";
                    out.putNextEntry(new JarEntry(entry));
                    try (InputStream in = Objects.requireNonNull(
                            BundleJars.class.getClassLoader().getResourceAsStream(entry), entry)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    write(out, text.getKey(), text.getValue());
                }
                write(out, "variant.txt", headers.toString());
            }
        }
        return to;
    }

    private static void write(JarOutputStream out, String entry, String text) throws IOException {
        out.putNextEntry(new JarEntry(entry));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
