package io.verge.audit;

import io.verge.api.audit.AuditEntry;

/** An entry as the cloud gets it. */
public final class EntryJson {
    private EntryJson() {}

    /** One object in one line: the act, {@code number}, {@code time} and {@code hash}. */
    public static String of(AuditEntry entry) {
        return ActJson.write(entry);
    }
}
