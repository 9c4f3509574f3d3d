package io.verge.itests.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an agent holds. Linux, and the {@code jcmd} of this Java.
 *
 * @param loaders of a class: how many copies of its bundle are in memory
 * @param heap kB, the least of some looks after a full collection
 * @param metaspace kB
 * @param threads names, without those of Java's compilers
 * @param descriptors of open files
 * @param files on disk of sets and bundles
 */
record Held(int loaders, long heap, long metaspace, List<String> threads, long descriptors, List<String> files) {
    private static final Pattern TOTAL = Pattern.compile("Total +[0-9]+ +([0-9]+)");
    private static final Pattern METASPACE = Pattern.compile("Metaspace +used ([0-9]+)K");
    private static final int LOOKS = 3;

    static Held by(RunningAgent agent, String className) throws Exception {
        long pid = agent.process().pid();
        long heap = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            heap = Math.min(heap, number(TOTAL, jcmd(pid, "GC.class_histogram")) / 1024);
        }
        jcmd(pid, "GC.run");
        Pattern line = Pattern.compile("(^|\\s)" + Pattern.quote(className) + "\\s*$", Pattern.MULTILINE);
        String loaders = jcmd(pid, "VM.classloaders", "show-classes");
        Path process = Path.of("/proc", Long.toString(pid));
        return new Held(
                (int) line.matcher(loaders).results().count(),
                heap,
                number(METASPACE, jcmd(pid, "GC.heap_info")),
                threads(process.resolve("task")),
                count(process.resolve("fd")),
                files(agent.home().state()));
    }

    private static List<String> threads(Path tasks) throws IOException {
        try (Stream<Path> all = Files.list(tasks)) {
            return all.map(Held::name)
                    .filter(name -> !name.isEmpty() && !name.startsWith("C1 "))
                    .sorted()
                    .toList();
        }
    }

    /** The first 15 octets of it; empty when it has just ended. */
    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    /** The rest of the state is that of data, trails and logs. */
    private static List<String> files(Path state) throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : List.of("store", "generations", "bundles", "update", "tmp")) {
            Path folder = state.resolve(name);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(Files::isRegularFile)
                            .map(state::relativize)
                            .map(Path::toString)
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    private static long number(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("jcmd says no " + pattern + ":\n" + text);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static String jcmd(long pid, String... command) throws Exception {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home", ""), "bin", "jcmd").toString());
        all.add(Long.toString(pid));
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", all) + ": " + output);
        }
        return output;
    }

    /** What of the one list is not in the other. */
    static List<String> more(List<String> now, List<String> before) {
        List<String> more = new ArrayList<>(now);
        before.forEach(more::remove);
        return more;
    }

    @Override
    public String toString() {
        return loaders + " loader, " + heap + " kB of heap, " + metaspace + " kB of metaspace, " + threads.size()
                + " threads, " + descriptors + " descriptors, " + files.size() + " files";
    }
}
