package io.verge.testkit.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A Java process that says what it has done, a line each, until it is killed (SIGKILL). */
public final class Doomed {
    private static final int KILLED = 128 + 9;
    private static final int BUFFER = 8192;
    private static final int MOST_START_SECONDS = 60;

    private Doomed() {}

    /** The process, not started; with the class path of this one, and a small heap. */
    public static ProcessBuilder of(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /**
     * What it has said when it is dead; without a last line that has no end.
     *
     * @param millis from its first octet until it is killed, if it was not before
     */
    public static List<String> run(ProcessBuilder process, int millis) throws IOException, InterruptedException {
        Process doomed = process.start();
        Hearing hearing = new Hearing(doomed);
        hearing.start();
        if (hearing.begun.await(MOST_START_SECONDS, TimeUnit.SECONDS)) {
            hearing.join(Math.max(1, millis));
        }
        doomed.toHandle().destroyForcibly(); // the process's own would close what it has said
        hearing.join();
        if (doomed.waitFor() != KILLED) {
            throw new IllegalStateException("ended by itself with " + doomed.exitValue() + " instead of being killed");
        }
        return hearing.lines();
    }

    /** Listens, so that the process never waits to be heard. */
    private static final class Hearing extends Thread {
        final CountDownLatch begun = new CountDownLatch(1);
        private final Process doomed;
        /** Read by others when this thread has ended. */
        private final StringBuilder said = new StringBuilder();

        private Hearing(Process doomed) {
            super("hearing");
            this.doomed = doomed;
        }

        @Override
        public void run() {
            byte[] octets = new byte[BUFFER];
            try (InputStream in = doomed.getInputStream()) {
                for (int count = in.read(octets); count >= 0; count = in.read(octets)) {
                    said.append(new String(octets, 0, count, StandardCharsets.US_ASCII));
                    begun.countDown();
                }
            } catch (IOException e) {
                // It is dead.
            }
            begun.countDown();
        }

        List<String> lines() {
            String all = said.toString();
            return all.substring(0, all.lastIndexOf('\n') + 1).lines().toList();
        }
    }
}
