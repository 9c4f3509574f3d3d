package io.verge.ingest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.ingest.internal.line.ArrivedRecord;
import io.verge.ingest.internal.line.Source;
import io.verge.ingest.internal.store.Kept;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private final Summary summary = new Summary();

    @Test
    void oneLineAStreamTellsHowManyCameAndTheLast() {
        summary.add(new Kept(List.of(record("events", 1, "1"), record("events", 2, "{}")), List.of(), List.of()));
        summary.add(new Kept(List.of(), List.of(record("events", 1, "\u001b[2J")), List.of()));

        assertThat(summary.take()).containsExactly("wuhan/crossing-1  critical/events  2 new, 1 again  #1 ?[2J");
        assertThat(summary.take()).isEmpty();
    }

    @Test
    void manyStreamsAreCountedTogether() {
        List<ArrivedRecord> records = LongStream.rangeClosed(1, 25)
                .mapToObj(i -> record("stream-" + i, 1, "1"))
                .toList();
        summary.add(new Kept(records, List.of(), List.of()));

        assertThat(summary.take()).hasSize(21).last().isEqualTo("and 5 records of other streams");
    }

    private static ArrivedRecord record(String stream, long sequence, String body) {
        Source source = new Source("wuhan", "crossing-1", "critical", stream);
        return new ArrivedRecord(source, "00112233445566aa", sequence, Instant.EPOCH, false, body);
    }
}
