package io.verge.ingest.internal.store;

import io.verge.ingest.internal.line.ArrivedRecord;
import io.verge.ingest.internal.line.Online;
import io.verge.ingest.internal.line.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What is kept with one commit. Filled by one thread, then given away. */
public record Batch(List<ArrivedRecord> records, List<Refusal> refusals, List<Online> online) {
    /** An empty one. */
    public Batch() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Whether there is nothing to keep. */
    public boolean isEmpty() {
        return records.isEmpty() && refusals.isEmpty() && online.isEmpty();
    }
}
