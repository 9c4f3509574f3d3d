package io.verge.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;

/** A {@code .deb} as in deb(5): an ar of the format's version, the control files and the files. */
final class DebianPackage {
    private static final List<String> SCRIPTS = List.of("postinst", "prerm", "postrm");
    private static final int FILE = 0100644;

    private final Path sources;
    private final FileTime time;

    /**
     * @param sources the control files and the unit
     * @param time of all that is not of the installation
     */
    DebianPackage(Path sources, FileTime time) {
        this.sources = sources;
        this.time = time;
    }

    /** Writes it. The archives of classes are made on the box. */
    void write(Installation installation, String version, Path to) throws IOException {
        Path data = Files.createTempFile(to.toAbsolutePath().getParent(), "data", ".tar.gz");
        try {
            Contents contents = new Contents(installation, sources, time);
            try (Tar tar = new Tar(Files.newOutputStream(data))) {
                contents.write(tar);
            }
            byte[] control = control(contents, version);
            try (ArArchiveOutputStream out = new ArArchiveOutputStream(Files.newOutputStream(to))) {
                member(out, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
                member(out, "control.tar.gz", control);
                out.putArchiveEntry(entry("data.tar.gz", Files.size(data)));
                Files.copy(data, out);
                out.closeArchiveEntry();
            }
        } finally {
            Files.delete(data);
        }
    }

    private byte[] control(Contents contents, String version) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (Tar tar = new Tar(octets)) {
            String text = Files.readString(sources.resolve("control"));
            tar.file("./control", utf8(contents.fill(text, version)), false, time);
            tar.file("./conffiles", Files.readAllBytes(sources.resolve("conffiles")), false, time);
            tar.file("./md5sums", utf8(contents.sums()), false, time);
            for (String script : SCRIPTS) {
                tar.file("./" + script, Files.readAllBytes(sources.resolve(script)), true, time);
            }
        }
        return octets.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void member(ArArchiveOutputStream out, String name, byte[] content) throws IOException {
        out.putArchiveEntry(entry(name, content.length));
        out.write(content);
        out.closeArchiveEntry();
    }

    private ArArchiveEntry entry(String name, long size) {
        return new ArArchiveEntry(name, size, 0, 0, FILE, time.toMillis() / 1000);
    }
}
