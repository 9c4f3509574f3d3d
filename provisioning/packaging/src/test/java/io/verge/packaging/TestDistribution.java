package io.verge.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small folder with one file of each kind that a distribution has. */
final class TestDistribution {
    private TestDistribution() {}

    static Path in(Path folder) throws IOException {
        Path made = Files.createDirectories(folder.resolve("distribution"));
        Path program = Files.writeString(made.resolve("verge"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(made.resolve("verge.jsa"), "of another Java");
        Files.writeString(made.resolve("verge.classlist"), "java/lang/Object\n");
        Files.createDirectories(made.resolve("lib/broker"));
        Files.writeString(made.resolve("lib/broker/broker.jar"), "of the desk");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
        entries.put("x86_64/libx.so", Elf.of(Architecture.AMD64));
        entries.put("aarch64/libx.so", Elf.of(Architecture.ARM64));
        entries.put("windows/x.dll", new byte[100]);
        entries.put("X.class", new byte[10]);
        jar(made.resolve("lib/natives.jar"), entries);
        jar(made.resolve("lib/plain.jar"), Map.of("X.class", new byte[10]));
        return made;
    }

    static void jar(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }
}
