package io.verge.itests.contract;

import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Carrier;
import java.util.List;
import java.util.function.IntConsumer;

/** Sends nothing and keeps what was to be sent; the broker takes all that can wait. */
public record Recorder(List<Outbound> sent) implements Carrier {
    @Override
    public boolean later(Outbound message, IntConsumer outcome) {
        sent.add(message);
        outcome.accept(0);
        return true;
    }

    @Override
    public boolean now(Outbound message, IntConsumer outcome) {
        return false;
    }

    @Override
    public int size() {
        return 4096;
    }
}
