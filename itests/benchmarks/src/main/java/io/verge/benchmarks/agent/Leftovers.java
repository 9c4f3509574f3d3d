package io.verge.benchmarks.agent;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the demo, as it is shipped, stays as it is while it runs, and leaves nothing when it has ended. */
public final class Leftovers {
    private static final int SECONDS = 60;
    /** By then all is started. */
    private static final int SETTLED_SECONDS = 10;

    private static final int TOLERANCE = 2;
    private static final int END_SECONDS = 30;
    private static final Pattern PORT = Pattern.compile("\\b6\\d{4}\\b");
    private static final List<Integer> COAP = List.of(5683, 5684);

    private Leftovers() {}

    /** How a demo ended, and what was there afterwards. */
    private record Outcome(int code, List<Path> left) {}

    /** What the process has open. */
    private record Sample(int threads, int files) {
        static Sample of(Verge demo) throws IOException {
            return new Sample(Linux.threads(demo.pid()).size(), Linux.files(demo.pid()));
        }
    }

    /**
     * Measures and prints.
     *
     * @param args folder of the distribution; seconds of the demo, if not 60
     */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : SECONDS;
        System.exit(measure(Path.of(args[0]), seconds).exitCode());
    }

    private static Limits measure(Path distribution, int seconds) throws IOException, InterruptedException {
        List<Integer> ports = ports(distribution);
        if (!open(ports).isEmpty()) {
            throw new IOException("in use before the demo has started: ports " + open(ports));
        }
        List<Sample> samples = new ArrayList<>();
        Outcome ended = run(distribution, seconds, demo -> watch(demo, seconds, samples));
        List<Integer> open = open(ports);
        Outcome told = run(distribution, seconds, Leftovers::stop);
        Limits limits = new Limits();
        Sample first = samples.get(0);
        Sample last = samples.get(samples.size() - 1);
        limits.exactly("exit code of verge demo --seconds " + seconds, ended.code, 0);
        limits.figure("threads " + SETTLED_SECONDS + " s after the start", first.threads, "");
        limits.atMost("threads at the end", last.threads, first.threads + TOLERANCE, "");
        limits.figure("file descriptors " + SETTLED_SECONDS + " s after the start", first.files, "");
        limits.atMost("file descriptors at the end", last.files, first.files + TOLERANCE, "");
        limits.exactly("files left", ended.left.size(), 0);
        limits.exactly("ports left open, of " + ports.size(), open.size(), 0);
        limits.exactly("ended by a signal: exit code", told.code, 0);
        limits.exactly("ended by a signal: files left", told.left.size(), 0);
        limits.exactly("ended by a signal: ports left open", open(ports).size(), 0);
        return limits;
    }

    /** What is done with the demo while it runs. */
    private interface While {
        void runs(Verge demo) throws IOException, InterruptedException;
    }

    /** With folders of its own for temporary files and for the user's. */
    private static Outcome run(Path distribution, int seconds, While action) throws IOException, InterruptedException {
        Path output = Files.createTempFile("verge-leftovers-", ".txt");
        Path scratch = Files.createTempDirectory("verge-leftovers-");
        String options = "-Djava.io.tmpdir=" + scratch + " -Duser.home=" + scratch;
        List<String> command = List.of("demo", "--seconds", Integer.toString(seconds));
        try (Verge demo = Verge.start(distribution, output, options, command)) {
            action.runs(demo);
            int code = demo.exitCode(END_SECONDS);
            return new Outcome(code, below(scratch));
        } finally {
            Box.deleteAll(scratch);
            Files.delete(output);
        }
    }

    private static void stop(Verge demo) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLED_SECONDS);
        demo.stop();
    }

    /** Takes a sample each second until just before the demo ends by itself. */
    private static void watch(Verge demo, int seconds, List<Sample> samples) throws IOException, InterruptedException {
        for (int at = SETTLED_SECONDS; at <= seconds; at++) {
            long due = demo.startedAt() + TimeUnit.SECONDS.toNanos(at);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            if (!demo.alive()) {
                throw new IOException("the demo ended before its time; " + demo.said());
            }
            samples.add(Sample.of(demo));
        }
    }

    /** Of the profile, and of the agent's own doors. */
    private static List<Integer> ports(Path distribution) throws IOException {
        String profile = Files.readString(distribution.resolve("device-profiles/demo/profile.yaml"));
        NavigableSet<Integer> ports = new TreeSet<>(COAP);
        PORT.matcher(profile).results().forEach(port -> ports.add(Integer.parseInt(port.group())));
        return List.copyOf(ports);
    }

    /** Those of the ports that somebody listens at, by TCP or UDP. */
    private static List<Integer> open(List<Integer> ports) {
        return ports.stream().filter(Leftovers::isOpen).toList();
    }

    private static boolean isOpen(int port) {
        try (ServerSocket tcp = new ServerSocket();
                DatagramSocket udp = new DatagramSocket(null)) {
            tcp.setReuseAddress(true); // connections that have ended are no listeners
            tcp.bind(new InetSocketAddress(port));
            udp.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        }
    }
}
