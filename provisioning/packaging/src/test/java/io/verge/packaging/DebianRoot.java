package io.verge.packaging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A fresh Debian 12 in a folder, with its own systemd and no network but loopback. */
final class DebianRoot implements AutoCloseable {
    private static final Duration BOOT = Duration.ofSeconds(60);
    private static final Duration COMMAND = Duration.ofMinutes(5);
    private static final Duration HALT = Duration.ofSeconds(30);

    private final Path folder;
    private final Process container;

    private DebianRoot(Path folder, Process container) {
        this.folder = folder;
        this.container = container;
    }

    /** What a command said and how it ended. */
    record Result(int code, String text) {}

    /** Containers need programs and rights that not every machine gives. */
    static void assumePossible() throws Exception {
        for (String program : List.of("debootstrap", "systemd-nspawn", "unshare", "nsenter")) {
            boolean there = Files.isExecutable(Path.of("/usr/bin", program))
                    || Files.isExecutable(Path.of("/usr/sbin", program));
            assumeTrue(there, "skipped: there is no " + program + " here");
        }
        Result mounted = run("unshare", "--mount", "--pid", "--fork", "mount", "-t", "tmpfs", "none", "/mnt");
        assumeTrue(mounted.code() == 0, "skipped: nothing may be mounted here: " + mounted.text());
    }

    /**
     * Installs the least that Debian can be, and systemd; the only step that needs a network. What it mounts is mounted for it
     * alone, so that nothing stays mounted in a folder that will be deleted.
     */
    static void install(Path folder) throws Exception {
        Result made = run(
                "unshare",
                "--mount",
                "debootstrap",
                "--variant=minbase",
                "--include=systemd",
                "bookworm",
                folder.toString());
        if (made.code() != 0) {
            throw new AssertionError("debootstrap ended with " + made.code() + ":\n" + made.text());
        }
    }

    static DebianRoot boot(Path folder) throws Exception {
        Process container = new ProcessBuilder(
                        "systemd-nspawn",
                        "--boot",
                        "--directory=" + folder,
                        "--private-network",
                        "--register=no",
                        "--keep-unit",
                        "--console=pipe")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        container.getOutputStream().close();
        DebianRoot root = new DebianRoot(folder, container);
        try {
            root.await(BOOT, "systemctl", "is-system-running", "--quiet");
            return root;
        } catch (Exception | AssertionError e) {
            root.close();
            throw e;
        }
    }

    /** The same path seen from outside. */
    Path path(String inside) {
        return folder.resolve(inside.substring(1));
    }

    /** Runs a command inside, to its end. */
    Result in(String... command) throws Exception {
        Optional<ProcessHandle> init = container.children().findFirst();
        if (init.isEmpty()) {
            return new Result(-1, "the container does not run");
        }
        List<String> whole =
                new ArrayList<>(List.of("nsenter", "--target", "" + init.get().pid(), "--all"));
        whole.addAll(List.of(command));
        return run(whole.toArray(String[]::new));
    }

    /** Runs a command inside that must succeed. */
    String must(String... command) throws Exception {
        Result result = in(command);
        if (result.code() != 0) {
            throw new AssertionError(List.of(command) + " ended with " + result.code() + ":\n" + result.text());
        }
        return result.text();
    }

    /** Asks again and again until a command inside succeeds: nothing tells an outsider when. */
    void await(Duration limit, String... command) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        Result last = in(command);
        while (last.code() != 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in " + limit + ": " + List.of(command) + ":\n" + last.text());
            }
            TimeUnit.MILLISECONDS.sleep(200);
            last = in(command);
        }
    }

    private static Result run(String... command) throws Exception {
        Path said = Files.createTempFile("debian-root", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(COMMAND.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(List.of(command) + " has not ended:\n" + Files.readString(said));
            }
            return new Result(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } finally {
            Files.delete(said);
        }
    }

    /** Shuts it down; what does not go is ended. */
    @Override
    public void close() {
        List<ProcessHandle> inside = container.descendants().toList();
        container.destroy();
        try {
            container.onExit().get(HALT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            inside.forEach(ProcessHandle::destroyForcibly);
            container.destroyForcibly().onExit().join();
        }
    }
}
