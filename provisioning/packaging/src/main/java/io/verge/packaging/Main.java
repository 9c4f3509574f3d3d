package io.verge.packaging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Makes the packages of a version; run by the build. */
public final class Main {
    private static final double MEBI = 1024 * 1024;

    private final Path distribution;
    private final Path sources;
    private final Path output;
    private final String version;
    private final FileTime time;
    private final PrintStream log;

    private Main(Path distribution, Path sources, Path output, String version, FileTime time, PrintStream log) {
        this.distribution = distribution;
        this.sources = sources;
        this.output = output;
        this.version = version;
        this.time = time;
        this.log = log;
    }

    /**
     * Makes the package of each architecture, and for that of this machine the tar with its Java too.
     *
     * @param args the distribution, the sources of the package, the output, the version, the time of all files, and folders with
     *     the {@code .jmod} files of other architectures as {@code arm64=FOLDER}; empty ones are passed over
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        FileTime time = FileTime.from(Instant.parse(args[4]));
        Main main = new Main(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), args[3], time, System.out);
        for (Architecture architecture : Architecture.values()) {
            main.make(architecture, modules(architecture, args));
        }
    }

    /** Where the modules of a JDK for this architecture are; empty when nobody has said, and it is not that of this machine. */
    static Optional<Path> modules(Architecture architecture, String[] args) {
        String key = architecture.debian() + "=";
        for (int i = 5; i < args.length; i++) {
            if (args[i].startsWith(key) && args[i].length() > key.length()) {
                return Optional.of(Path.of(args[i].substring(key.length())));
            }
        }
        return Architecture.here()
                .filter(architecture::equals)
                .map(here -> Path.of(System.getProperty("java.home", ""), "jmods"));
    }

    private void make(Architecture architecture, Optional<Path> modules) throws IOException, InterruptedException {
        Files.createDirectories(output);
        Path folder = output.resolve(architecture.debian());
        Installation installation = Installation.copy(distribution, folder, architecture);
        if (modules.isPresent()) {
            installation.addJava(modules.get());
        }
        installation.touch(time);
        Path deb = output.resolve("verge_" + version + "_" + architecture.debian() + ".deb");
        new DebianPackage(sources, time).write(installation, version, deb);
        say(deb);
        if (Architecture.here().filter(architecture::equals).isPresent()) {
            tar(installation);
        }
    }

    private void tar(Installation installation) throws IOException, InterruptedException {
        installation.archive();
        installation.touch(time);
        String name =
                "verge-" + version + "-linux-" + installation.architecture().debian();
        Path tar = output.resolve(name + ".tar.gz");
        try (Tar out = new Tar(Files.newOutputStream(tar))) {
            out.tree(installation.folder(), name, file -> true);
        }
        say(tar);
    }

    private void say(Path made) throws IOException {
        log.printf(Locale.ROOT, "%s: %.1f MiB%n", made, Files.size(made) / MEBI);
    }
}
