package io.verge.messages.facilities;

import java.util.concurrent.atomic.AtomicReference;

/** A number that changes when what is told changes, and only then: 0 to 127 and round again. Safe for use by several threads. */
public final class Revision {
    private record Told(Object content, int number) {}

    private final AtomicReference<Told> last = new AtomicReference<>(new Told(new Object(), 127));

    /** The number for this content. */
    public int of(Object content) {
        return last.updateAndGet(
                        told -> told.content.equals(content) ? told : new Told(content, (told.number + 1) & 127))
                .number;
    }
}
