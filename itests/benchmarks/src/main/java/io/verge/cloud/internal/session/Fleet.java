package io.verge.cloud.internal.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ten thousand sessions at one Mosquitto on loopback, which is then away for two minutes: how many knock in a second when it is back. Sockets,
 * MQTT packets, broker and time are real; the boxes are one thread with the agent's back-off each. Needs two file descriptors a session
 * ({@code ulimit -n}) and {@code mosquitto}.
 */
public final class Fleet {
    private static final double SHARE = 0.03;
    private static final int SECONDS_AFTER = 330;
    private static final int PORT = 61_480;
    private static final long MILLI = 1_000_000L;

    private final InetSocketAddress broker = new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);
    private final List<FleetBox> boxes = new ArrayList<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final Selector selector = Selector.open();
    private final int[] knocks = new int[SECONDS_AFTER + 1];
    private long returned = Long.MAX_VALUE;
    private long attempts;
    private long lastBack;

    private record Due(long instant, FleetBox box) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(instant, other.instant);
        }
    }

    private Fleet(int size, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            boxes.add(new FleetBox(i, random.split()));
        }
    }

    /**
     * Measures and prints.
     *
     * @param args sessions, if not 10,000; seconds of the outage, if not 120; seed, if not 1
     */
    public static void main(String[] args) throws Exception {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int outage = args.length > 1 ? Integer.parseInt(args[1]) : 120;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Fleet fleet = new Fleet(size, seed);
        Path folder = Files.createTempDirectory("fleet");
        Process mosquitto = start(folder);
        try {
            fleet.arrive();
            stop(mosquitto);
            fleet.run(TimeUnit.SECONDS.toNanos(outage));
            mosquitto = start(folder);
            fleet.returned = System.nanoTime();
            fleet.attempts = 0;
            fleet.run(TimeUnit.SECONDS.toNanos(SECONDS_AFTER));
            System.exit(fleet.judge(outage) ? 0 : 1);
        } finally {
            stop(mosquitto);
        }
    }

    private static Process start(Path folder) throws IOException {
        Path configuration = Files.writeString(
                folder.resolve("mosquitto.conf"),
                "listener " + PORT + " 127.0.0.1\nallow_anonymous true\nuser root\nlog_type none\n");
        return new ProcessBuilder("mosquitto", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void stop(@Nullable Process mosquitto) throws InterruptedException {
        if (mosquitto != null) {
            mosquitto.destroyForcibly().waitFor();
        }
    }

    InetSocketAddress broker() {
        return broker;
    }

    /** All come within a minute, and all are there. */
    private void arrive() throws IOException {
        boxes.forEach(this::later);
        while (online() < boxes.size()) {
            run(TimeUnit.SECONDS.toNanos(1));
        }
        System.out.println(boxes.size() + " sessions stand");
    }

    private long online() {
        return boxes.stream().filter(FleetBox::isOnline).count();
    }

    private void later(FleetBox box) {
        due.add(new Due(System.nanoTime() + box.nextWait().toNanos(), box));
    }

    private void run(long nanos) throws IOException {
        long end = System.nanoTime() + nanos;
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            while (!due.isEmpty() && due.peek().instant() <= now) {
                knock(due.remove().box(), now);
            }
            selector.select(this::ready, 5);
        }
    }

    private void knock(FleetBox box, long now) {
        attempts++;
        if (now >= returned) {
            knocks[(int) Math.min(SECONDS_AFTER, (now - returned) / (1_000 * MILLI))]++;
        }
        if (!box.knock(this, selector)) {
            later(box);
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof FleetBox box) {
            boolean before = box.isOnline();
            if (!box.ready(key)) {
                later(box);
            } else if (!before && box.isOnline()) {
                lastBack = System.nanoTime();
            }
        }
    }

    private boolean judge(int outage) {
        int peak = Arrays.stream(knocks).max().orElse(0);
        double share = (double) peak / boxes.size();
        boolean good = share <= SHARE && online() == boxes.size();
        System.out.printf(
                Locale.ROOT,
                "%s: outage %d s, %d sessions: peak %d attempts/s, %.2f %% of the fleet (limit %.0f %%); %d back, the"
                        + " last after %.0f s; %.2f attempts a box after the return%n",
                good ? "good" : "MISSED",
                outage,
                boxes.size(),
                peak,
                100 * share,
                100 * SHARE,
                online(),
                (lastBack - returned) / 1e9,
                (double) attempts / boxes.size());
        return good;
    }
}
