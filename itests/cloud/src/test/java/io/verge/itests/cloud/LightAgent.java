package io.verge.itests.cloud;

import io.verge.clock.internal.ThreadStages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process with several boxes, so that a kill -9 kills them as it would kill an agent. Arguments: folder, number of the first box, how many,
 * address of the broker, number of this run. On standard input: {@code clock SECONDS}, {@code full on}, {@code full off}, {@code quiet},
 * {@code tell}; its end ends the process.
 */
final class LightAgent {
    private static final long PERIOD_MILLIS = 200;

    private final SettableClock clock = new SettableClock();
    private final List<LightBox> boxes = new ArrayList<>();
    private final ScheduledExecutorService producer = Executors.newSingleThreadScheduledExecutor();
    private final String run;
    private @Nullable ScheduledFuture<?> producing;
    private long count;

    private LightAgent(String run) {
        this.run = run;
    }

    public static void main(String[] arguments) throws IOException {
        LightAgent agent = new LightAgent(arguments[4]);
        agent.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), arguments[3]);
        agent.obey();
        Runtime.getRuntime().halt(0);
    }

    private void start(Path folder, int first, int many, String broker) throws IOException {
        for (int i = first; i < first + many; i++) {
            String name = "box-" + i;
            boxes.add(new LightBox(name, folder.resolve(name), broker, clock, new ThreadStages(clock)));
        }
        producing = producer.scheduleAtFixedRate(this::produce, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void produce() {
        String number = run + "-" + count++;
        boxes.forEach(box -> box.produce(number));
    }

    private void quiet() {
        if (producing != null) {
            producing.cancel(false);
        }
    }

    private void obey() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "clock" -> clock.set(Duration.ofSeconds(Long.parseLong(words[1])));
                case "full" -> boxes.forEach(box -> box.full(words[1].equals("on")));
                case "quiet" -> quiet();
                case "tell" -> boxes.forEach(box -> System.out.println(box.describe()));
                default -> throw new IllegalArgumentException(line);
            }
        }
    }
}
