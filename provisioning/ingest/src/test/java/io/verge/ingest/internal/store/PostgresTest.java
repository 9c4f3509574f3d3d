package io.verge.ingest.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verge.ingest.internal.line.ArrivedRecord;
import io.verge.ingest.internal.line.Refusal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Needs a PostgreSQL whose tables may be dropped: {@code VERGE_POSTGRES=jdbc:postgresql://HOST/DATABASE?user=…}. */
class PostgresTest extends DatabaseTest {
    private static final String VARIABLE = "VERGE_POSTGRES";

    @Override
    String url() {
        String url = System.getenv(VARIABLE);
        assumeTrue(url != null, "no PostgreSQL: the variable " + VARIABLE + " does not say where one is");
        return String.valueOf(url);
    }

    @BeforeEach
    void begin() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS record, refused, box");
        }
    }

    @Test
    void whatTheDatabaseCannotHoldIsSetAsideAndHoldsUpNothing() throws Exception {
        Kept kept = keep(record(1, "1"), record(2, "\"\\u0000\""), record(3, "3"));

        assertThat(kept.fresh()).extracting(ArrivedRecord::sequence).containsExactly(1L, 3L);
        assertThat(kept.refusals())
                .extracting(Refusal::record)
                .containsExactly(new Refusal.Numbered(record(2, "").source(), "00112233445566aa", 2));
        assertThat(ask("SELECT count(*) FROM refused")).isEqualTo("1");
    }
}
