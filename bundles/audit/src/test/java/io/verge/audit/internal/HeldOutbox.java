package io.verge.audit.internal;

import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps what it is given. */
final class HeldOutbox implements Outbox {
    final List<CloudRecord> records = new ArrayList<>();
    boolean works = true;

    @Override
    public CompletionStage<Void> offer(CloudRecord entry) {
        if (!works) {
            return CompletableFuture.failedFuture(new IOException("the disk is full"));
        }
        records.add(entry);
        return CompletableFuture.completedFuture(null);
    }

    List<String> of(String stream) {
        return records.stream()
                .filter(one -> one.stream().equals(stream) && one.lane() == Lane.CRITICAL)
                .map(one -> StandardCharsets.UTF_8.decode(one.content()).toString())
                .toList();
    }
}
