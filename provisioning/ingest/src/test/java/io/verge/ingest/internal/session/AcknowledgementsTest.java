package io.verge.ingest.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.ingest.internal.line.Source;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    private static final Source EVENTS = new Source("wuhan", "crossing-1", "critical", "events");

    private final Acknowledgements stored = new Acknowledgements("ingest");

    @Test
    void neighboursBecomeRangesWhateverTheirOrder() {
        for (long sequence : new long[] {3, 1, 2, 6, 2}) {
            stored.add(EVENTS, "aa", sequence);
        }

        assertThat(stored.messages())
                .containsExactly(new Acknowledgements.Acknowledgement(
                        "verge/v1/wuhan/crossing-1/ack",
                        "{\"consumer\":\"ingest\",\"store\":\"aa\",\"records\":[{\"lane\":\"critical\","
                                + "\"stream\":\"events\",\"sequences\":[[1,3],[6,6]]}]}"));
    }

    @Test
    void eachOutboxHasItsOwnMessage() {
        stored.add(EVENTS, "aa", 1);
        stored.add(EVENTS, "bb", 1);
        stored.add(new Source("wuhan", "crossing-2", "critical", "events"), "aa", 1);

        assertThat(stored.messages()).hasSize(3);
    }

    @Test
    void onlyCriticalRecordsAreWaitedFor() {
        stored.add(new Source("wuhan", "crossing-1", "event", "events"), "aa", 1);

        assertThat(stored.messages()).isEmpty();
    }
}
