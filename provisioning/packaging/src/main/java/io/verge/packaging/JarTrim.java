package io.verge.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies a jar without the native libraries that its box could never load. */
final class JarTrim {
    private final Architecture architecture;

    JarTrim(Architecture architecture) {
        this.architecture = architecture;
    }

    /** A jar without such libraries is copied as it is; in any other, what remains keeps its order and its times. */
    void copy(Path from, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile())) {
            List<ZipEntry> kept = new ArrayList<>();
            for (ZipEntry entry : jar.stream().toList()) {
                if (isOfUse(jar, entry)) {
                    kept.add(entry);
                }
            }
            if (kept.size() == jar.size()) {
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
                return;
            }
            write(jar, kept, to);
        }
        Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
    }

    private boolean isOfUse(ZipFile jar, ZipEntry entry) throws IOException {
        if (!NativeLibrary.isOne(entry.getName())) {
            return true;
        }
        try (InputStream content = jar.getInputStream(entry)) {
            return NativeLibrary.fits(entry.getName(), content.readNBytes(NativeLibrary.HEADER), architecture);
        }
    }

    private static void write(ZipFile jar, List<ZipEntry> entries, Path to) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : entries) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                try (InputStream content = jar.getInputStream(entry)) {
                    content.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }
}
