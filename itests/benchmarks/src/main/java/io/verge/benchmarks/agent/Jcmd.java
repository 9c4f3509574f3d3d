package io.verge.benchmarks.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a virtual machine says of itself to the {@code jcmd} of this Java. */
final class Jcmd {
    private static final Pattern TOTAL = Pattern.compile("Total +[0-9]+ +([0-9]+)");
    private static final Pattern METASPACE = Pattern.compile("Metaspace +used ([0-9]+)K");
    /** Live objects come and go with the traffic. */
    private static final int LOOKS = 5;

    private final long pid;

    Jcmd(long pid) {
        this.pid = pid;
    }

    /** Kilobytes of live objects: the median of a few looks, a full collection before each. */
    double heap() throws IOException, InterruptedException {
        List<Double> looks = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            TimeUnit.SECONDS.sleep(1);
            looks.add(number(TOTAL, ask("GC.class_histogram")) / 1024);
        }
        return new Figures(looks).median();
    }

    /** Kilobytes of metaspace in use after a full collection; classes of the archive are not in it. */
    double metaspace() throws IOException, InterruptedException {
        ask("GC.run");
        return number(METASPACE, ask("GC.heap_info"));
    }

    /** How many class loaders have loaded a class of this name, after a full collection. */
    int loadersOf(String className) throws IOException, InterruptedException {
        ask("GC.run");
        Pattern line = Pattern.compile("(^|\\s)" + Pattern.quote(className) + "\\s*$", Pattern.MULTILINE);
        return (int)
                line.matcher(ask("VM.classloaders", "show-classes")).results().count();
    }

    private static double number(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("jcmd says no " + pattern + ":\n" + text);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private String ask(String... command) throws IOException, InterruptedException {
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
}
