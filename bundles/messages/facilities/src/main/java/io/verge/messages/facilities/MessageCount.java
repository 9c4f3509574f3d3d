package io.verge.messages.facilities;

import java.util.concurrent.atomic.AtomicInteger;

/** DE MsgCount of one kind of message: 0 to 127 and round again. Safe for use by several threads. */
public final class MessageCount {
    private final AtomicInteger next = new AtomicInteger();

    /** The number of the next message. */
    public int next() {
        return next.getAndIncrement() & 127;
    }
}
