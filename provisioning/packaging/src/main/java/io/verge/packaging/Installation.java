package io.verge.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;

/** What lies in {@code /opt/verge} of a box of one architecture, made of the distribution that the build has packed. */
final class Installation {
    private final Path folder;
    private final Architecture architecture;

    private Installation(Path folder, Architecture architecture) {
        this.folder = folder;
        this.architecture = architecture;
    }

    /**
     * Copies the distribution without what is of no use on such a box: foreign native libraries, archives of classes for
     * another Java, and the demo's broker, which is a tool of the desk.
     *
     * @param to made anew
     */
    static Installation copy(Path distribution, Path to, Architecture architecture) throws IOException {
        Folders.delete(to);
        JarTrim trim = new JarTrim(architecture);
        Path broker = distribution.resolve("lib/broker");
        for (Path from : Folders.walk(distribution)) {
            Path copy = to.resolve(distribution.relativize(from).toString());
            if (from.startsWith(broker) || from.toString().endsWith(".jsa")) {
                continue;
            }
            if (Files.isDirectory(from)) {
                Files.createDirectories(copy);
            } else if (from.toString().endsWith(".jar")) {
                trim.copy(from, copy);
            } else {
                Files.copy(from, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new Installation(to, architecture);
    }

    Path folder() {
        return folder;
    }

    Architecture architecture() {
        return architecture;
    }

    boolean hasJava() {
        return Files.isDirectory(folder.resolve("java"));
    }

    void addJava(Path modules) throws IOException {
        JavaRuntime.link(modules, folder.resolve("java"));
    }

    /** The last step: nothing is added afterwards but the archives. */
    void touch(FileTime time) throws IOException {
        Folders.touch(folder, time);
    }

    /** Makes the archives of classes with the Java in it, which must run here. */
    void archive() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(folder.resolve("verge").toString(), "archive")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("verge archive ended with " + code + ": " + said);
        }
    }
}
