package io.verge.api.outbox;

import io.verge.api.status.Status;
import java.util.List;

/**
 * How the outbox is.
 *
 * @param store which one: see {@link StoredRecord}
 * @param lanes the most urgent first
 * @param fileOctets of all its files together
 */
public record OutboxReport(Status status, String store, List<LaneReport> lanes, long fileOctets) {
    public OutboxReport {
        lanes = List.copyOf(lanes);
    }
}
