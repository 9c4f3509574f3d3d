package io.verge.messages.etsi.internal;

import java.util.concurrent.atomic.AtomicInteger;

/** DE MsgCount of one kind of message: 0 to 127 and round again. Safe for use by several threads. */
final class MessageCount {
    private final AtomicInteger next = new AtomicInteger();

    int next() {
        return next.getAndIncrement() & 127;
    }
}
