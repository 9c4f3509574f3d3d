package io.verge.ingest.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** What the two databases do not have in common. */
enum Dialect {
    SQLITE("jdbc:sqlite:", "schema-sqlite.sql") {
        /** Others may write at the same time, each for a tenant: they wait for each other. */
        @Override
        Properties properties() {
            Properties properties = new Properties();
            properties.setProperty("journal_mode", "WAL");
            properties.setProperty("synchronous", "FULL");
            properties.setProperty("busy_timeout", "10000");
            properties.setProperty("transaction_mode", "IMMEDIATE");
            return properties;
        }

        @Override
        void time(PreparedStatement statement, int index, Instant time) throws SQLException {
            statement.setString(index, SORTABLE.format(time));
        }

        @Override
        void json(PreparedStatement statement, int index, String json) throws SQLException {
            statement.setString(index, json);
        }
    },
    POSTGRESQL("jdbc:postgresql:", "schema-postgresql.sql") {
        /** A database that does not answer is one that is away. */
        @Override
        Properties properties() {
            Properties properties = new Properties();
            properties.setProperty("connectTimeout", "10");
            properties.setProperty("socketTimeout", "60");
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty("ApplicationName", "verge-ingest");
            return properties;
        }

        @Override
        void time(PreparedStatement statement, int index, Instant time) throws SQLException {
            statement.setObject(index, time.atOffset(ZoneOffset.UTC));
        }

        @Override
        void json(PreparedStatement statement, int index, String json) throws SQLException {
            statement.setObject(index, json, Types.OTHER);
        }
    };

    /** Texts of these sort as the times do. */
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final String prefix;
    private final String schema;

    Dialect(String prefix, String schema) {
        this.prefix = prefix;
        this.schema = schema;
    }

    /**
     * Of the database at this address.
     *
     * @throws IllegalArgumentException when it is of neither; says what was expected
     */
    static Dialect of(String url) {
        for (Dialect dialect : values()) {
            if (url.startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException(
                "jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE was expected, '" + url + "' was found");
    }

    /** A connection to a database that has the tables. */
    Connection connect(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties());
        try (Statement statement = connection.createStatement()) {
            for (String command : schema().split(";\\s*\\n", -1)) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    abstract Properties properties();

    abstract void time(PreparedStatement statement, int index, Instant time) throws SQLException;

    abstract void json(PreparedStatement statement, int index, String json) throws SQLException;

    private String schema() {
        try (InputStream in = Dialect.class.getResourceAsStream(schema)) {
            if (in == null) {
                throw new IllegalStateException(schema + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
