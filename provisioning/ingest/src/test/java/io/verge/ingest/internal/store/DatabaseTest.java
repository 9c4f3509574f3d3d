package io.verge.ingest.internal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.ingest.internal.line.ArrivedRecord;
import io.verge.ingest.internal.line.Online;
import io.verge.ingest.internal.line.Refusal;
import io.verge.ingest.internal.line.Source;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database does. */
abstract class DatabaseTest {
    private static final Source EVENTS = new Source("wuhan", "crossing-1", "critical", "events");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-01T12:00:00Z"));

    private Database database = new JdbcDatabase("jdbc:sqlite::memory:", CLOCK);

    /** An empty database. */
    abstract String url() throws SQLException;

    @BeforeEach
    void open() throws SQLException {
        database = new JdbcDatabase(url(), CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRecordIsKeptOnceHoweverOftenItComes() throws Exception {
        keep(record(1, "1"), record(1, "1"), record(2, "2"));

        Kept again = keep(record(2, "2"), record(3, "3"));

        assertThat(again.fresh()).extracting(ArrivedRecord::sequence).containsExactly(3L);
        assertThat(again.known()).extracting(ArrivedRecord::sequence).containsExactly(2L);
        assertThat(ask("SELECT count(*) FROM record")).isEqualTo("3");
    }

    @Test
    void theSameNumberOfAnotherStoreIsAnotherRecord() throws Exception {
        keep(record(1, "1"));
        keep(new ArrivedRecord(EVENTS, "ffffffffffffffff", 1, Instant.EPOCH, false, "1"));

        assertThat(ask("SELECT count(*) FROM record")).isEqualTo("2");
    }

    @Test
    void allFieldsAreKept() throws Exception {
        keep(new ArrivedRecord(
                EVENTS, "00112233445566aa", Long.MAX_VALUE, Instant.parse("2026-05-01T11:59:59.25Z"), true, "[1]"));

        assertThat(ask(
                        "SELECT sequence FROM record WHERE tenant = 'wuhan' AND box = 'crossing-1' AND store = '00112233445566aa'"
                                + " AND lane = 'critical' AND stream = 'events' AND backlog AND time < received"))
                .isEqualTo(String.valueOf(Long.MAX_VALUE));
    }

    @Test
    void whatIsRefusedIsCountedOnOneRow() throws Exception {
        Refusal refusal = new Refusal("topic", "it is no JSON", "nonsense".getBytes(UTF_8), null);
        for (int i = 0; i < 3; i++) {
            Batch batch = new Batch();
            batch.refusals().add(refusal);
            database.keep(batch);
        }

        assertThat(ask("SELECT times FROM refused WHERE topic = 'topic' AND reason = 'it is no JSON'"))
                .isEqualTo("3");
    }

    @Test
    void aWillThatComesLateIsPassedOver() throws Exception {
        online(true, 7);
        online(true, 8);
        online(false, 7);

        assertThat(ask("SELECT connection FROM box WHERE online")).isEqualTo("8");
    }

    @Test
    void theWillOfTheNewestConnectionCounts() throws Exception {
        online(true, 8);
        online(false, 8);

        assertThat(ask("SELECT connection FROM box WHERE NOT online")).isEqualTo("8");
    }

    @Test
    void aBoxThatCountsAnewIsBelieved() throws Exception {
        online(true, 8);
        online(true, 1);

        assertThat(ask("SELECT connection FROM box WHERE online")).isEqualTo("1");
    }

    @Test
    void whatWasKeptIsThereForTheNextProcess() throws Exception {
        keep(record(1, "1"));
        database.close();

        assertThat(keep(record(1, "1")).known()).hasSize(1);
    }

    final Kept keep(ArrivedRecord... records) throws SQLException {
        Batch batch = new Batch();
        batch.records().addAll(List.of(records));
        return database.keep(batch);
    }

    private void online(boolean online, long connection) throws SQLException {
        Batch batch = new Batch();
        batch.online().add(new Online("wuhan", "crossing-1", online, connection, "00112233445566aa", "0.1.0"));
        database.keep(batch);
    }

    final String ask(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : "nothing";
        }
    }

    static ArrivedRecord record(long sequence, String body) {
        return new ArrivedRecord(
                EVENTS, "00112233445566aa", sequence, Instant.parse("2026-05-01T11:00:00Z"), false, body);
    }
}
