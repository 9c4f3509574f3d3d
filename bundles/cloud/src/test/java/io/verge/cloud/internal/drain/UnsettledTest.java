package io.verge.cloud.internal.drain;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UnsettledTest {
    private final Unsettled unsettled = new Unsettled();

    private static Batch batch(String stream, long first, long last) {
        return new Batch(LongStream.rangeClosed(first, last)
                .mapToObj(sequence -> new StoredRecord(
                        "s", Lane.CRITICAL, stream, sequence, Instant.EPOCH, null, false, ByteBuffer.allocate(2)))
                .toList());
    }

    @Test
    void givesWhatIsDueFirstFirst() {
        unsettled.add(batch("late", 1, 1), 100);
        unsettled.add(batch("soon", 1, 1), 10);

        assertThat(unsettled.dueIn(4)).isEqualTo(6);
        assertThat(unsettled.due(10))
                .hasValueSatisfying(due -> assertThat(due.stream()).isEqualTo("soon"));
        assertThat(unsettled.due(10)).isEmpty();
    }

    @Test
    void forgetsWhatIsSettled() {
        unsettled.add(batch("events", 1, 5), 10);

        unsettled.settle("s", Lane.CRITICAL, "events", 2, 4);
        unsettled.settle("s", Lane.CRITICAL, "others", 1, 5);
        unsettled.settle("s", Lane.EVENT, "events", 1, 5);
        unsettled.settle("another", Lane.CRITICAL, "events", 1, 5);

        assertThat(unsettled.size()).isEqualTo(2);
        assertThat(unsettled.due(10)).hasValueSatisfying(due -> assertThat(due.records())
                .extracting(StoredRecord::sequence)
                .containsExactly(1L, 5L));
    }

    @Test
    void keepsNoMoreInMindThanItMay() {
        unsettled.add(batch("events", 1, Unsettled.MOST_RECORDS), 10);
        unsettled.add(batch("events", 9001, 9002), 10);

        assertThat(unsettled.size()).isEqualTo(Unsettled.MOST_RECORDS);
        assertThat(unsettled.wantsMore()).isFalse();
        unsettled.settle("s", Lane.CRITICAL, "events", 1, Unsettled.MOST_RECORDS);
        assertThat(unsettled.wantsMore()).isTrue();
        assertThat(unsettled.wantsMore()).isFalse();
    }
}
