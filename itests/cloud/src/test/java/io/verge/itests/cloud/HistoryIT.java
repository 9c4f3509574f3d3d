package io.verge.itests.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verge.ingest.Ingest;
import io.verge.itests.cloud.History.Durable;
import io.verge.itests.cloud.History.Row;
import io.verge.itests.cloud.History.Run;
import io.verge.netlab.Profiles;
import io.verge.netlab.Proxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty boxes, a broker that others wrote, the reference consumer with its database, and somebody who breaks things; then everything is
 * whole again, and what was done and seen is judged. Three minutes, or as many as {@code -Dverge.history.minutes} says; the seed is printed
 * and can be given as {@code -Dverge.history.seed}.
 */
@Tag("interop")
class HistoryIT {
    static final String TENANT = "history";

    private static final int PROCESSES = 4;
    private static final int BOXES_EACH = 5;
    private static final long MINUTES = Long.getLong("verge.history.minutes", 3);
    /** Of the time, so much is for getting well again. */
    private static final double CALM = 0.4;

    private static final long LEAST_CALM_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final History history = new History();
    private final List<String> boxes =
            IntStream.range(0, PROCESSES * BOXES_EACH).mapToObj(i -> "box-" + i).toList();
    private final List<AgentProcess> agents = new ArrayList<>();

    @TempDir
    Path folder = Path.of("");

    @Test
    @SuppressWarnings("try") // closing the consumer waits for its threads
    void whateverBreaksNothingIsLostAndNothingHappensTwice() throws Exception {
        long seed = seed();
        SplittableRandom random = new SplittableRandom(seed);
        String database = "jdbc:sqlite:" + folder.resolve("sink.db");
        try (Mosquitto broker = new Mosquitto(folder.resolve("broker"))) {
            broker.start();
            try (Ingest sink = Ingest.start("mqtt://127.0.0.1:" + broker.port(), TENANT, "ingest", "1", database);
                    Operator operator = new Operator(broker.port(), boxes, history)) {
                startAgents(broker, seed);
                Nemesis nemesis = new Nemesis(random.split(), broker, agents);
                storm(nemesis, operator, random.split());
                calm(operator, database);
                collect(database);
                List<String> faults = Judge.judge(history);
                System.out.println(
                        "history, seed " + seed + ": " + history + "; sink: " + sink.counts() + "; " + nemesis.diary());
                assertThat(faults).as("seed %d: %s", seed, nemesis.diary()).isEmpty();
                assertThat(history.durable).hasSizeGreaterThan(1_000);
                assertThat(history.runs).isNotEmpty();
                assertThat(history.wishes).isNotEmpty();
            } finally {
                for (AgentProcess agent : agents) {
                    agent.close();
                }
            }
        }
    }

    private static long seed() {
        String given = System.getProperty("verge.history.seed", "");
        long seed = given.isEmpty() ? new Random().nextInt() : Long.parseLong(given);
        System.out.println("history: seed " + seed + ", " + MINUTES + " min");
        return seed;
    }

    private void startAgents(Mosquitto broker, long seed) throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.port());
        for (int i = 0; i < PROCESSES; i++) {
            Proxy network = Proxy.tcp(any, target, Profiles.named("N1").orElseThrow(), seed + i, System::nanoTime);
            AgentProcess agent = new AgentProcess(folder, i * BOXES_EACH, BOXES_EACH, network);
            agents.add(agent);
            agent.start();
        }
    }

    /** Things break while records, wishes and commands go on. */
    private void storm(Nemesis nemesis, Operator operator, SplittableRandom random) throws Exception {
        long end = System.nanoTime() + (long) (TimeUnit.MINUTES.toNanos(MINUTES) * (1 - CALM));
        CompletableFuture<Void> wishing = CompletableFuture.runAsync(() -> wish(operator, random, end));
        while (System.nanoTime() < end) {
            nemesis.strike();
        }
        wishing.get();
    }

    private void wish(Operator operator, SplittableRandom random, long end) {
        while (System.nanoTime() < end) {
            if (operator.connect()) {
                operator.wish(boxes.get(random.nextInt(boxes.size())));
                operator.command(boxes.get(random.nextInt(boxes.size())), "mark");
            }
            pause(500);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is whole: waits until all that was durable is in the sink and all wishes are reported, or for so long that it never will. */
    private void calm(Operator operator, String database) throws Exception {
        for (AgentProcess agent : agents) {
            agent.say("clock 0");
            agent.say("quiet");
            assertThat(agent.isAlive()).isTrue();
        }
        long patience = Math.max(LEAST_CALM_NANOS, (long) (TimeUnit.MINUTES.toNanos(MINUTES) * CALM));
        long end = System.nanoTime() + patience;
        while (System.nanoTime() < end) {
            pause(2_000);
            boolean satisfied = operator.connect() && operator.satisfied();
            if (satisfied && arrived(database)) {
                return;
            }
        }
        for (AgentProcess agent : agents) {
            agent.say("tell");
            agent.end();
        }
    }

    private boolean arrived(String database) throws Exception {
        Set<Durable> rows = new HashSet<>();
        rows(database, row -> rows.add(new Durable(row.box(), row.number())));
        boolean[] all = {true};
        durable(each -> all[0] &= rows.contains(each));
        return all[0];
    }

    private void collect(String database) throws Exception {
        durable(history.durable::add);
        rows(database, history.rows::add);
        for (String box : boxes) {
            lines(box, "ran.log").forEach(id -> history.runs.add(new Run(box, id)));
        }
    }

    private void durable(Consumer<Durable> each) throws IOException {
        for (String box : boxes) {
            lines(box, "durable.log").forEach(number -> each.accept(new Durable(box, number)));
        }
    }

    private List<String> lines(String box, String file) throws IOException {
        Path path = folder.resolve(box).resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    private static void rows(String database, Consumer<Row> each) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT box, store, stream, sequence, body FROM record WHERE stream = 'events'")) {
            while (row.next()) {
                String number =
                        String.valueOf(JSON.std.mapFrom(row.getString(5)).get("n"));
                each.accept(new Row(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), number));
            }
        }
    }
}
