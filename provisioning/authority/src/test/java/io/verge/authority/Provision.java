package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.LocalDisk;
import io.verge.authority.cli.Commands;
import io.verge.authority.cli.Tool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** Somebody at the command line of {@code verge-provision}, in a folder of their own, at a time that the test says. */
final class Provision {
    static final Instant START = Instant.parse("2026-12-01T08:00:00Z");

    private final Path folder;
    private final Random random = new Random(6);
    private Instant now = START;

    Provision(Path folder) {
        this.folder = folder;
    }

    /** How a command ended. */
    record Ended(int code, String out, String err) {}

    Path file(String name) {
        return folder.resolve(name);
    }

    Instant now() {
        return now;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    /** Runs a command; arguments that begin with {@code @} are files in the folder. */
    Ended run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] real = Stream.of(args)
                .map(arg -> arg.startsWith("@") ? file(arg.substring(1)).toString() : arg)
                .toArray(String[]::new);
        Tool tool = new Tool(new LocalDisk(), () -> now, random, text -> new char[0]);
        int code = Commands.run(tool, new PrintWriter(out), new PrintWriter(err), real);
        return new Ended(code, out.toString(), err.toString());
    }

    /** Runs a command that has to go well. */
    String done(String... args) {
        Ended ended = run(args);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }

    /** Runs a command that has to be refused; what it says. */
    String refused(String... args) {
        Ended ended = run(args);
        assertThat(ended.code()).as(ended.out()).isEqualTo(1);
        return ended.err();
    }

    /** With an authority in {@code authority}. */
    Provision founded() {
        Founded.FILES.forEach((name, content) -> {
            try {
                Path file = file("authority").resolve(name);
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return this;
    }

    /** Founded once: making and locking keys takes time. */
    private static final class Founded {
        static final Map<String, byte[]> FILES = files();

        private static Map<String, byte[]> files() {
            Map<String, byte[]> files = new HashMap<>();
            try {
                Path folder = Files.createTempDirectory("authority");
                String unused = new Provision(folder).done("init-authority", "@authority");
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                        if (Files.isRegularFile(file)) {
                            String name =
                                    folder.resolve("authority").relativize(file).toString();
                            files.put(name, Files.readAllBytes(file));
                        }
                        Files.delete(file);
                    }
                }
                return files;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
