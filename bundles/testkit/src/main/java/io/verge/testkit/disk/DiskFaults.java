package io.verge.testkit.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A layer of faults between a process and its files, {@code faults.c}: preloaded, so that it is below SQLite and the Java library alike.
 * After the process has gone {@link PowerCut} takes back what was not synced.
 */
public final class DiskFaults {
    private static final String SOURCE = "faults.c";
    private static final List<String> KINDS = List.of("write", "sync", "truncate", "open", "name", "read", "any");
    private static final List<Integer> LENGTHS = List.of(1, 1, 3, 20, 200);

    private final Path library;

    private DiskFaults(Path library) {
        this.library = library;
    }

    /**
     * Compiles the layer.
     *
     * @param folder where it is put
     * @return empty where there is no C compiler that makes it: a test says so and is left out
     */
    public static Optional<DiskFaults> compile(Path folder) throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux") || !hasCompiler()) {
            return Optional.empty();
        }
        Path source = folder.resolve(SOURCE);
        Path library = folder.resolve("faults.so");
        try (InputStream in = DiskFaults.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new IOException(SOURCE + " is not in the test kit");
            }
            Files.copy(in, source);
        }
        Process compiler = new ProcessBuilder(
                        "cc", "-O1", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                .redirectErrorStream(true)
                .start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiler.waitFor() != 0) {
            throw new IOException("cc does not compile " + SOURCE + ": " + said);
        }
        return Optional.of(new DiskFaults(library));
    }

    private static boolean hasCompiler() throws InterruptedException {
        try {
            return new ProcessBuilder("cc", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Puts the layer below a process that is about to be started.
     *
     * @param folder what it is for, absolute and without links; need not be there
     * @param log a new folder on the same file system
     * @param plan which operations fail, see {@code faults.c}
     * @param seed how much of a write is done that is cut
     */
    public void arm(ProcessBuilder process, Path folder, Path log, String plan, long seed) throws IOException {
        Files.createDirectory(log);
        process.environment()
                .putAll(Map.of(
                        "LD_PRELOAD",
                        library.toString(),
                        "DISK_FOLDER",
                        folder.toString(),
                        "DISK_LOG",
                        log.toString(),
                        "DISK_PLAN",
                        plan,
                        "DISK_SEED",
                        Long.toString(seed)));
    }

    /**
     * A plan: the power goes at some operation, and before that some may fail, once or for a while.
     *
     * @param operations about so many are expected; low numbers are as likely as high ones are
     */
    public static String plan(int operations, RandomGenerator random) {
        StringBuilder plan = new StringBuilder();
        for (int faults = random.nextInt(4); faults > 0; faults--) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            int first = upTo(operations / 2, random);
            int last = first + LENGTHS.get(random.nextInt(LENGTHS.size())) - 1;
            String fault = kind.equals("read") || random.nextBoolean() ? "EIO" : "ENOSPC";
            if (kind.equals("write") && random.nextBoolean()) { // as a disk that becomes full does it
                plan.append("write:%d:%d:short,".formatted(first, first));
                first++;
                last++;
            }
            plan.append("%s:%d:%d:%s,".formatted(kind, first, last, fault));
        }
        int cut = upTo(operations, random);
        return plan.append("any:%d:%d:cut".formatted(cut, cut)).toString();
    }

    /** From 1 on; each power of two has the same chance. */
    private static int upTo(int most, RandomGenerator random) {
        return (int) Math.exp(random.nextDouble() * Math.log(most));
    }
}
