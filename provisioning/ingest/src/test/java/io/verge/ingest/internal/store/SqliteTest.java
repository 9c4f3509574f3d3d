package io.verge.ingest.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest extends DatabaseTest {
    @TempDir
    private Path folder = Path.of("");

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("records.db");
    }

    @Test
    void aFolderThatIsNotThereIsSaidAndTriedAgain() throws Exception {
        Path later = folder.resolve("later");
        Database database = new JdbcDatabase("jdbc:sqlite:" + later.resolve("records.db"), InstantSource.system());
        Batch batch = new Batch();
        batch.records().add(record(1, "1"));
        assertThatThrownBy(() -> database.keep(batch)).isInstanceOf(SQLException.class);

        Files.createDirectory(later);

        assertThat(database.keep(batch).fresh()).hasSize(1);
        database.close();
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> new JdbcDatabase("jdbc:h2:mem:", InstantSource.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:sqlite:FILE");
    }
}
