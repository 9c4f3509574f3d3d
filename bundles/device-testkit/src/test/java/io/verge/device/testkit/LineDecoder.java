package io.verge.device.testkit;

import io.verge.api.observation.ContactChange;
import io.verge.api.observation.Observation;
import io.verge.device.Arrival;
import io.verge.device.Decoder;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A device of the tests: each line is a contact that has closed; {@code ?} is noise and {@code !} a driver's mistake. */
final class LineDecoder implements Decoder {
    private final StringBuilder line = new StringBuilder();

    @Override
    public void decode(ByteBuffer octets, Arrival arrival, Consumer<? super Observation> out) {
        while (octets.hasRemaining()) {
            char next = (char) octets.get();
            if (next == '!') {
                throw new IllegalStateException("a mistake");
            }
            if (next == '\n') {
                out.accept(new ContactChange("dev", arrival.time(), arrival.stamps(), line.toString(), true));
                line.setLength(0);
            } else if (next != '?') {
                line.append(next);
            }
        }
    }

    @Override
    public void reset() {
        line.setLength(0);
    }
}
