package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.outbox.Lane;
import io.verge.outbox.OutboxRecovery;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final int RECORDS = 400;

    @TempDir
    Path state;

    private Path file;
    private String store = "";

    @BeforeEach
    void fill() {
        try (Box box = new Box(state)) {
            for (int i = 1; i <= RECORDS; i++) {
                box.offer(
                        Lane.EVENT,
                        "events",
                        "{\"number\": " + i + ", \"text\": \"" + "x".repeat(i % 7 * 1_000) + "\"}");
            }
            box.offer(Lane.BULK, "odd", "no JSON");
            box.tick();
            file = box.file();
            store = box.outbox.report().store();
        }
    }

    private List<String> recovered() throws IOException {
        StringWriter lines = new StringWriter();
        long count = OutboxRecovery.write(file, lines);
        assertThat(lines.toString().lines()).hasSize((int) count);
        return lines.toString().lines().toList();
    }

    @Test
    void allIsReadFromAWholeFile() throws IOException {
        assertThat(recovered())
                .hasSize(RECORDS + 1)
                .contains("{\"store\":\"" + store + "\",\"lane\":\"event\",\"stream\":\"events\",\"sequence\":7,"
                        + "\"time\":\"2026-03-01T08:00:00Z\",\"body\":{\"number\":7,\"text\":\"\"}}");
    }

    @Test
    void whatIsNotJsonIsWrittenInBase64() throws IOException {
        assertThat(recovered()).anyMatch(line -> line.endsWith("\"octets\":\"bm8gSlNPTg==\"}"));
    }

    @Test
    void pagesThatAreWholeAreReadThoughTheFirstIsNot() throws IOException {
        byte[] octets = Files.readAllBytes(file);
        Arrays.fill(octets, 0, Database.PAGE, (byte) 0xff);
        Files.write(file, octets);
        assertThat(recovered()).hasSize(RECORDS + 1);
    }

    @Test
    void oneSpoiltPageCostsItsOwnRecordsAlone() throws IOException {
        byte[] octets = Files.readAllBytes(file);
        int page = octets.length / Database.PAGE / 2;
        Arrays.fill(octets, page * Database.PAGE, (page + 1) * Database.PAGE, (byte) 0);
        Files.write(file, octets);
        assertThat(recovered()).hasSizeGreaterThan(RECORDS - 30);
    }

    @Test
    void garbageAnywhereIsPassedOver() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            byte[] octets = whole.clone();
            for (int i = 0; i < 2_000; i++) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            Files.write(file, octets);
            assertThat(recovered()).as("seed %d", seed).isNotEmpty();
        }
    }

    @Test
    void truncatedFileIsReadAsFarAsItGoes() throws IOException {
        byte[] octets = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(octets, octets.length / 2 + 77));
        assertThat(recovered()).hasSizeBetween(RECORDS / 4, RECORDS);
    }

    @Test
    void noFileIsAnError() {
        assertThatThrownBy(() -> OutboxRecovery.write(state.resolve("none.db"), new StringWriter()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none.db");
    }
}
