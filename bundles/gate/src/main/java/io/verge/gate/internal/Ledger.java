package io.verge.gate.internal;

import io.verge.api.air.AirReport;
import io.verge.api.message.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of all messages. Safe for use by several threads; as big as there are kinds and reasons. */
final class Ledger {
    private final Map<MessageKind, Account> accounts = new EnumMap<>(MessageKind.class);

    private static final class Account {
        private long sent;
        private long octets;
        private @Nullable Instant lastSent;
        private final Map<Reason, Long> stopped = new EnumMap<>(Reason.class);
        private @Nullable Stop lastStop;

        AirReport report(MessageKind kind) {
            SortedMap<String, Long> byName = new TreeMap<>();
            stopped.forEach((reason, count) -> byName.put(reason.text(), count));
            Stop stop = lastStop;
            return new AirReport(
                    kind,
                    sent,
                    octets,
                    lastSent,
                    Collections.unmodifiableSortedMap(byName),
                    stop == null ? null : stop.reason().text() + ": " + stop.text());
        }
    }

    synchronized void sent(MessageKind kind, int size, Instant now) {
        Account account = account(kind);
        account.sent++;
        account.octets += size;
        account.lastSent = now;
    }

    synchronized void stopped(MessageKind kind, Stop stop) {
        Account account = account(kind);
        account.stopped.merge(stop.reason(), 1L, Long::sum);
        account.lastStop = stop;
    }

    private Account account(MessageKind kind) {
        return accounts.computeIfAbsent(kind, absent -> new Account());
    }

    /** Of each kind of which there was a message. */
    synchronized List<AirReport> reports() {
        List<AirReport> reports = new ArrayList<>();
        accounts.forEach((kind, account) -> reports.add(account.report(kind)));
        return reports;
    }
}
