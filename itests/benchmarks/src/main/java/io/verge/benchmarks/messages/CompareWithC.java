package io.verge.benchmarks.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.verge.messages.uper.CodecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link MessageCodecBenchmark} and, right before it, the C code that asn1c generates from our modules;
 * prints one Markdown table. {@code compare-with-c.sh} builds the C program and calls this.
 *
 * <p>On a machine that others use as well the comparison favours C: its figure is the best of many slices of
 * time, ours is the median.
 */
public final class CompareWithC {
    private static final String NO_C_PROGRAM = "-";
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Nanoseconds that a message takes in C. */
    private record CTimes(double decode, double encode) {}

    /** The median of nanoseconds, and the octets allocated, of one operation in Java. */
    private record Figures(double time, double allocated) {}

    private CompareWithC() {}

    /**
     * Measures and prints.
     *
     * @param args path of the C program, or {@code -} without one; then options of JMH
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("usage: CompareWithC C-PROGRAM|- [option of JMH]...");
            System.exit(2);
        }
        Map<SampleKind, CTimes> c = args[0].equals(NO_C_PROGRAM) ? Map.of() : runC(Path.of(args[0]));
        System.err.println("running JMH, about four minutes ...");
        Collection<RunResult> results = runJmh(Arrays.copyOfRange(args, 1, args.length));
        System.out.print(table(figures(results, "decode"), figures(results, "encode"), c));
    }

    private static Map<SampleKind, CTimes> runC(Path program) throws CodecException, IOException, InterruptedException {
        System.err.println("running " + program + ", about 15 seconds ...");
        Path samples = Files.createTempFile("csae", ".hex");
        try {
            StringBuilder lines = new StringBuilder();
            for (SampleKind kind : SampleKind.values()) {
                if (kind.isCsae()) {
                    String hex = HexFormat.of().formatHex(Sample.of(kind).octets());
                    lines.append(kind).append(' ').append(hex).append('\n');
                }
            }
            Files.writeString(samples, lines);
            return parse(output(program.toString(), samples.toString()));
        } finally {
            Files.delete(samples);
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(command[0] + " ended with status " + status);
        }
        return output;
    }

    private static Map<SampleKind, CTimes> parse(String output) {
        Map<SampleKind, CTimes> times = new EnumMap<>(SampleKind.class);
        output.lines().map(line -> line.split(" ", -1)).forEach(words -> {
            CTimes both = new CTimes(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
            times.put(SampleKind.valueOf(words[0]), both);
        });
        return times;
    }

    private static Collection<RunResult> runJmh(String[] args) throws CommandLineOptionException, RunnerException {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(MessageCodecBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        return new Runner(options).run();
    }

    private static Map<SampleKind, Figures> figures(Collection<RunResult> results, String method) {
        Map<SampleKind, Figures> figures = new EnumMap<>(SampleKind.class);
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().endsWith("." + method)) {
                double median = result.getPrimaryResult().getStatistics().getPercentile(50);
                double allocated = Objects.requireNonNull(
                                result.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                        .getScore();
                figures.put(SampleKind.valueOf(result.getParams().getParam("message")), new Figures(median, allocated));
            }
        }
        return figures;
    }

    private static String table(
            Map<SampleKind, Figures> decode, Map<SampleKind, Figures> encode, Map<SampleKind, CTimes> c)
            throws CodecException {
        StringBuilder table = new StringBuilder();
        table.append("| message | octets | decode, ns | in C | times | encode, ns | in C | times")
                .append(" | decode, B/op | the records | encode, B/op | the array |\n");
        table.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (Map.Entry<SampleKind, Figures> entry : decode.entrySet()) {
            SampleKind kind = entry.getKey();
            Sample<?> sample = Sample.of(kind);
            CTimes times = c.getOrDefault(kind, new CTimes(Double.NaN, Double.NaN));
            Figures in = entry.getValue();
            Figures out = Objects.requireNonNull(encode.get(kind), "encode");
            table.append("| %s | %d ".formatted(kind.title(), sample.octets().length))
                    .append(compared(in.time(), times.decode()))
                    .append(compared(out.time(), times.encode()))
                    .append("| %.0f | %d "
                            .formatted(in.allocated(), ObjectSize.ofOwn(sample.decode(), sample.decode())))
                    .append("| %.0f | %d |\n".formatted(out.allocated(), ObjectSize.ofOwn(sample.encode(), "")));
        }
        return table.toString();
    }

    private static String compared(double ours, double c) {
        return Double.isNaN(c)
                ? String.format(Locale.ROOT, "| %.0f | | ", ours)
                : String.format(Locale.ROOT, "| %.0f | %.0f | %.1f ", ours, c, c / ours);
    }
}
