package io.verge.itests.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.broker.DeskBroker;
import io.verge.ingest.Ingest;
import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The road side does not know whether there is a cloud. The packaged bundles, in the framework and in the time of a replay, with outbox, session
 * and twin beside them: once with a broker and a consumer, once with nobody behind the broker's address, from the first instant to the last.
 * In the middle of the recording nothing is sensed for {@code -Dverge.autonomy.minutes}: 4,320 are three days. What is compared, octet by octet: all
 * that would go on air, with its times, and all scenes.
 */
class AutonomyIT {
    private static final long MINUTES = Long.getLong("verge.autonomy.minutes", 10);
    private static final Path DISTRIBUTION = Path.of(System.getProperty("verge.distribution", ""));
    private static final long PATIENCE_MINUTES = 120;

    @TempDir
    Path folder = Path.of("");

    @Test
    @SuppressWarnings("try") // the consumer only has to be there; closing it waits for its threads
    void theRadioSaysTheSameWithAPerfectLinkAndWithNone() throws Exception {
        Path installation = installation();
        Path recording = folder.resolve("gap.jsonl");
        GapRecording.write(DataFolder.file("trajectories/x4-a.jsonl.gz"), recording, Duration.ofMinutes(MINUTES));
        String database = "jdbc:sqlite:" + folder.resolve("sink.db");
        int port;
        try (DeskBroker broker = DeskBroker.start(0)) {
            port = broker.port();
            try (Ingest sink = Ingest.start("mqtt://127.0.0.1:" + port, "autonomy", "ingest", "1", database)) {
                replay(installation, recording, "online", port);
            }
        }
        replay(installation, recording, "offline", port);

        assertThat(count(database, "count(*)", "record"))
                .as("records that came through the perfect link")
                .isPositive();
        assertThat(waiting("offline")).as("records that wait offline").isPositive();
        assertThat(Files.size(folder.resolve("online.pcap"))).isGreaterThan(100_000);
        assertThat(Files.mismatch(folder.resolve("online.pcap"), folder.resolve("offline.pcap")))
                .isEqualTo(-1);
        assertThat(Files.mismatch(folder.resolve("online.jsonl"), folder.resolve("offline.jsonl")))
                .isEqualTo(-1);
    }

    /** The distribution, with the bundles of the cloud among those of a replay. */
    private Path installation() throws IOException {
        Path copy = folder.resolve("installation");
        Path replay = Files.createDirectories(copy.resolve("bundles/replay"));
        try (Stream<Path> files = Files.walk(DISTRIBUTION.resolve("bundles"))) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(DISTRIBUTION.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else if (file.toString().matches(".*/agent/verge-(outbox|cloud)-[^/]*")) {
                    Files.copy(file, replay.resolve(file.getFileName().toString()));
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return copy;
    }

    private void replay(Path installation, Path recording, String name, int port) throws Exception {
        Path profile = Files.writeString(
                folder.resolve(name + ".yaml"),
                """
                box: {id: box-1, tenant: autonomy, latitude: 30.5, longitude: 114.3, elevation: 21.0}
                messages: {set: csae, edition: 2020}
                apps: {sensor-sharing: {}, incident-warning: {}, collision-warning: {}}
                devices: {recording: {driver: recording, file: "%s"}}
                replay: {speed: max, messages: "%s", scenes: "%s"}
                outbox: {}
                cloud: {broker: "mqtt://127.0.0.1:%d", consumer: ingest, spread: 0, backlogSpread: 0}
                """
                        .formatted(recording, folder.resolve(name + ".pcap"), folder.resolve(name + ".jsonl"), port));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayMain.class.getName(),
                        installation.toString(),
                        profile.toString(),
                        folder.resolve(name).toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve(name + ".log")))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** What is in the outbox, as its table of lanes says. */
    private long waiting(String name) throws SQLException {
        return count("jdbc:sqlite:" + folder.resolve(name).resolve("outbox/outbox.db"), "sum(records)", "lane");
    }

    private static long count(String database, String what, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + what + " FROM " + table)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
