package io.verge.gate.internal;

import io.verge.api.message.MessageKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Tells people what is stopped: each kind and reason the first time and then once a minute. Any thread. */
final class StopLog {
    private final BiConsumer<Reason, String> out;
    private final Map<Line, Seldom> lines = new ConcurrentHashMap<>();

    private record Line(MessageKind kind, Reason reason) {}

    StopLog(BiConsumer<Reason, String> out) {
        this.out = out;
    }

    void stopped(MessageKind kind, Stop stop, long nanos) {
        long times = lines.computeIfAbsent(new Line(kind, stop.reason()), absent -> new Seldom())
                .happened(nanos);
        if (times > 0) {
            String count = times == 1 ? "" : " (" + times + " times since the last such line)";
            out.accept(stop.reason(), kind + " stopped, " + stop.reason().text() + ": " + stop.text() + count);
        }
    }
}
