package io.verge.audit.internal;

import io.verge.api.audit.AuditEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The newest entries, for whoever looks. Any thread. */
final class Recent {
    private static final int MOST = 200;

    private final Deque<AuditEntry> entries = new ArrayDeque<>(MOST);

    /** One that is there already, since a file was read again, is passed over. */
    synchronized void add(AuditEntry entry) {
        if (!entries.isEmpty() && entry.number() <= entries.getLast().number()) {
            return;
        }
        if (entries.size() == MOST) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** The newest first. */
    synchronized List<AuditEntry> last(int most) {
        List<AuditEntry> last = new ArrayList<>();
        Iterator<AuditEntry> backwards = entries.descendingIterator();
        while (backwards.hasNext() && last.size() < most) {
            last.add(backwards.next());
        }
        return last;
    }

    /** From a number on, the oldest first; empty when that one is not here any more. */
    synchronized List<AuditEntry> from(long number) {
        if (entries.isEmpty() || entries.getFirst().number() > number) {
            return List.of();
        }
        return entries.stream().filter(entry -> entry.number() >= number).toList();
    }
}
