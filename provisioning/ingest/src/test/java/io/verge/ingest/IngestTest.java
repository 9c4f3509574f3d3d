package io.verge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.broker.DeskBroker;
import io.verge.ingest.internal.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The consumer between a real broker and a real database. Each test has a tenant of its own. */
class IngestTest {
    private static final List<DeskBroker> BROKER = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private String tenant = "";

    @BeforeAll
    static void startBroker() throws IOException {
        BROKER.add(DeskBroker.start(0));
    }

    @AfterAll
    static void stopBroker() throws IOException {
        BROKER.remove(0).close();
    }

    @BeforeEach
    void name(TestInfo test) {
        tenant = "t-" + Integer.toHexString(test.getDisplayName().hashCode());
    }

    @Test
    void whatIsAcknowledgedIsInTheDatabase() throws Exception {
        try (Box box = box("crossing-1");
                Ingest ingest = ingest("1")) {
            box.awaitConsumer("online");
            box.send(1);
            box.awaitStored(1);

            assertThat(sequences()).containsExactly(1L);
            assertThat(ingest.count(Counter.RECORDS)).isEqualTo(1);
        }
    }

    @Test
    void whatIsSentTwiceAndOutOfOrderIsKeptOnceAndAcknowledgedAgain() throws Exception {
        try (Box box = box("crossing-1");
                Ingest ingest = ingest("1")) {
            box.awaitConsumer("online");
            box.send(3, 1, 3, 2);
            box.awaitStored(1, 2, 3);
            box.send(3);
            box.awaitStored(3);

            assertThat(sequences()).containsExactly(1L, 2L, 3L);
            assertThat(ingest.count(Counter.DUPLICATES)).isEqualTo(2);
        }
    }

    @Test
    void whatComesWhileTheConsumerIsAwayIsKeptWhenItIsBack() throws Exception {
        try (Box box = box("crossing-1")) {
            try (Ingest first = ingest("1")) {
                box.awaitConsumer("online");
                box.send(1);
                box.awaitStored(1);
                assertThat(first.count(Counter.RECORDS)).isEqualTo(1);
            }
            box.awaitConsumer("offline");
            box.send(2);
            try (Ingest second = ingest("1")) {
                box.awaitStored(2);

                assertThat(sequences()).containsExactly(1L, 2L);
                assertThat(second.count(Counter.RECORDS)).isEqualTo(1);
            }
        }
    }

    @Test
    void aBadLineIsSetAsideAndTheOthersAreKept() throws Exception {
        try (Box box = box("crossing-1");
                Ingest ingest = ingest("1")) {
            box.awaitConsumer("online");
            box.send("critical/events", Box.line(1) + "\nnonsense\n" + Box.line(2));
            box.awaitStored(2);

            assertThat(sequences()).containsExactly(1L, 2L);
            assertThat(ask("SELECT reason FROM refused"))
                    .singleElement()
                    .asString()
                    .startsWith("it is no JSON");
            assertThat(ingest.count(Counter.REFUSED)).isEqualTo(1);
        }
    }

    @Test
    void aMessageThatIsTooGreatIsSetAsideAndTheNextIsKept() throws Exception {
        try (Box box = box("crossing-1");
                Ingest ingest = ingest("1")) {
            box.awaitConsumer("online");
            box.send("critical/events", " ".repeat(2 << 20) + Box.line(1));
            box.send(2);
            box.awaitStored(2);

            assertThat(sequences()).containsExactly(2L);
            assertThat(ingest.count(Counter.REFUSED)).isEqualTo(1);
        }
    }

    @Test
    void recordsOfAnotherTenantAreNotTaken() throws Exception {
        try (Box foreign = new Box(port(), tenant + "-foreign", "foreign");
                Box box = box("crossing-1");
                Ingest ingest = ingest("1")) {
            box.awaitConsumer("online");
            foreign.send(1);
            box.send(2);
            box.awaitStored(2);

            assertThat(sequences()).containsExactly(2L);
            assertThat(ingest.count(Counter.REFUSED)).isZero();
        }
    }

    @Test
    void twoInstancesShareTheLoadAndNothingIsKeptTwice() throws Exception {
        try (Box box = box("crossing-1");
                Ingest first = ingest("1");
                Ingest second = ingest("2")) {
            box.awaitConsumer("online");
            box.awaitConsumer("online");
            long[] sixty = LongStream.rangeClosed(1, 60).toArray();
            box.send(sixty);
            box.awaitStored(sixty);

            assertThat(sequences()).hasSize(60);
            assertThat(first.count(Counter.RECORDS)).isPositive();
            assertThat(second.count(Counter.RECORDS)).isPositive();
        }
    }

    @Test
    void anInstanceThatStaysContradictsTheOneThatGoes() throws Exception {
        try (Box box = box("crossing-1");
                Ingest first = ingest("1")) {
            box.awaitConsumer("online");
            Ingest second = ingest("2");
            box.awaitConsumer("online");
            second.close();

            box.awaitConsumer("offline");
            box.awaitConsumer("online");
            assertThat(first.count(Counter.FAILURES)).isZero();
        }
    }

    @Test
    void aDatabaseThatIsAwayIsToldToTheBoxesAndNothingIsAcknowledged() throws Exception {
        Path later = folder.resolve("later");
        String database = "jdbc:sqlite:" + later.resolve("records.db");
        try (Box box = box("crossing-1");
                Ingest ingest = Ingest.start(broker(), tenant, "ingest", "1", database)) {
            box.awaitConsumer("online");
            box.send(1);
            box.awaitConsumer("offline");

            Files.createDirectory(later);

            box.awaitConsumer("online");
            box.awaitStored(1);
            assertThat(ingest.count(Counter.RECORDS)).isEqualTo(1);
        }
    }

    @Test
    void aBrokerThatGoesAndComesIsFoundAgain() throws Exception {
        DeskBroker first = DeskBroker.start(0);
        try (Ingest ingest = Ingest.start("mqtt://127.0.0.1:" + first.port(), tenant, "ingest", "1", database())) {
            try (Box box = new Box(first.port(), tenant, "crossing-1")) {
                box.awaitConsumer("online");
            }
            first.close();
            try (DeskBroker second = DeskBroker.start(first.port());
                    Box box = new Box(second.port(), tenant, "crossing-1")) {
                box.awaitConsumer("online");
                box.send(1);
                box.awaitStored(1);
                assertThat(ingest.count(Counter.SESSIONS)).isEqualTo(2);
            }
        }
    }

    @Test
    void whetherABoxIsThereIsKept() throws Exception {
        try (Box box = box("crossing-1");
                Ingest ingest = ingest("1")) {
            box.awaitConsumer("online");
            box.online("online", 2);
            box.online("offline", 1);
            box.send(1);
            box.awaitStored(1);

            assertThat(ask("SELECT box || ' ' || connection FROM box WHERE online"))
                    .containsExactly(tenant + "-crossing-1 2");
            assertThat(ingest.count(Counter.IGNORED)).isZero();
        }
    }

    private Ingest ingest(String instance) {
        return Ingest.start(broker(), tenant, "ingest", instance, database());
    }

    private Box box(String name) throws Exception {
        return new Box(port(), tenant, tenant + "-" + name);
    }

    private static int port() {
        return BROKER.get(0).port();
    }

    private static String broker() {
        return "mqtt://127.0.0.1:" + port();
    }

    private String database() {
        return "jdbc:sqlite:" + folder.resolve("records.db");
    }

    private List<Long> sequences() throws SQLException {
        return ask("SELECT sequence FROM record ORDER BY sequence").stream()
                .map(Long::valueOf)
                .toList();
    }

    private List<String> ask(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
