package io.verge.benchmarks.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Whether a running agent grows when a driver is updated again and again. The first updates, which load what does it, come before;
 * and each look is taken when CoAP has forgotten the messages of the updates, which it keeps for a minute.
 */
public final class UpdateLeak {
    private static final double LIMIT_RATIO = 1.05;
    private static final int WARM_UP = 10;
    private static final int UPDATES = 200;
    private static final int REPORT = 20;
    private static final int CALM_SECONDS = 80;

    private UpdateLeak() {}

    /** What the agent holds; memory in kilobytes after a full collection. */
    private record Held(
            double resident,
            int loaders,
            double heap,
            double metaspace,
            List<String> threads,
            int descriptors,
            int files) {
        static Held of(UpdatedBox box, int calmSeconds) throws IOException, InterruptedException {
            long pid = box.agent().pid();
            Jcmd jcmd = new Jcmd(pid);
            TimeUnit.SECONDS.sleep(calmSeconds);
            double resident = Linux.residentMegabytes(pid);
            int loaders = jcmd.loadersOf(UpdatedBox.DRIVER_CLASS);
            double heap = jcmd.heap();
            double metaspace = jcmd.metaspace();
            return new Held(resident, loaders, heap, metaspace, Linux.threads(pid), Linux.files(pid), box.files());
        }
    }

    /**
     * Measures and prints.
     *
     * @param args folder of the distribution; number of updates, if not 200; seconds of calm before each look, if not 80
     */
    public static void main(String[] args) throws Exception {
        int updates = args.length > 1 ? Integer.parseInt(args[1]) : UPDATES;
        int calmSeconds = args.length > 2 ? Integer.parseInt(args[2]) : CALM_SECONDS;
        System.exit(measure(Path.of(args[0]), updates, calmSeconds).exitCode());
    }

    private static Limits measure(Path distribution, int updates, int calmSeconds)
            throws IOException, InterruptedException {
        try (UpdatedBox box = new UpdatedBox(distribution)) {
            update(box, WARM_UP);
            Held before = Held.of(box, calmSeconds);
            update(box, updates);
            Held after = Held.of(box, calmSeconds);
            if (after.threads.size() > before.threads.size()) {
                System.err.println("threads before: " + before.threads + "\nthreads after: " + after.threads);
            }
            Limits limits = new Limits();
            limits.exactly("class loaders of the driver after " + updates + " updates", after.loaders, 1);
            limits.figure("live heap before", before.heap, "kB");
            limits.atMost("live heap after, against before", after.heap / before.heap, LIMIT_RATIO, "times");
            limits.figure("metaspace before", before.metaspace, "kB");
            limits.atMost("metaspace after, against before", after.metaspace / before.metaspace, LIMIT_RATIO, "times");
            limits.figure("threads before, without Java's compilers", before.threads.size(), "");
            limits.atMost("threads more than before", after.threads.size() - before.threads.size(), 0, "");
            limits.figure("file descriptors before", before.descriptors, "");
            limits.atMost("file descriptors more than before", after.descriptors - before.descriptors, 0, "");
            limits.atMost("files on disk more than before", after.files - before.files, 0, "");
            limits.figure("resident memory (VmRSS) before", before.resident, "MB");
            limits.figure("resident memory (VmRSS) after", after.resident, "MB");
            return limits;
        }
    }

    private static void update(UpdatedBox box, int times) throws IOException, InterruptedException {
        for (int i = 1; i <= times; i++) {
            box.update();
            if (i % REPORT == 0) {
                System.err.println(i + " of " + times + " updates");
            }
        }
    }
}
