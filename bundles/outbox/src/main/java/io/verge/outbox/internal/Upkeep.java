package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What must be done now and then, in steps: what has expired goes, old telemetry is thinned, room is given back to the disk. */
final class Upkeep {
    private static final int LOOK = 500;
    /** A whole look through a lane for what expires early is begun at most so often. */
    private static final long BETWEEN_LOOKS_NANOS = 600_000_000_000L;
    /** Free pages that are kept for the next records: 64 MB. */
    private static final long KEPT_FREE = 64_000_000 / Database.PAGE;
    /** The disk's room is given back when so many pages of a hundred are free: then hardly any must be moved for it. */
    private static final long MOSTLY_FREE = 90;

    private static final int GIVEN_BACK = 1024;

    private final Database database;
    private final Map<Lane, LaneTable> tables;
    private final Ledger ledger;
    private final Thinning thinning;
    private final Map<Lane, Look> looks = new EnumMap<>(Lane.class);

    /** How far a look through a lane has come. */
    private static final class Look {
        long from;
        long begunNanos = Long.MIN_VALUE;
    }

    Upkeep(Database database, Map<Lane, LaneTable> tables, Ledger ledger) {
        this.database = database;
        this.tables = tables;
        this.ledger = ledger;
        thinning = new Thinning(table(Lane.TELEMETRY), ledger);
    }

    /** In a transaction. */
    void step(Rules rules, Instant now, Change change) throws SQLException {
        long nanos = Nanos.of(now);
        for (Lane lane : Lane.values()) {
            if (ledger.account(lane).records > 0) {
                removeExpired(lane, table(lane).heads(0, LOOK), nanos, true, change);
                look(lane, nanos, change);
            }
        }
        thinning.step(rules.tiers(), nanos, change);
        giveBackRoom();
    }

    private void look(Lane lane, long now, Change change) throws SQLException {
        Look look = looks.computeIfAbsent(lane, none -> new Look());
        boolean early = now < look.begunNanos + BETWEEN_LOOKS_NANOS && now >= look.begunNanos;
        if (look.from == 0 && look.begunNanos != Long.MIN_VALUE && early) {
            return;
        }
        if (look.from == 0) {
            look.begunNanos = now;
        }
        List<LaneTable.Head> heads = table(lane).heads(look.from, LOOK);
        removeExpired(lane, heads, now, false, change);
        look.from = heads.isEmpty() ? 0 : heads.get(heads.size() - 1).id() + 1;
    }

    /** @param front whether to stop at the first that has not expired */
    private void removeExpired(Lane lane, List<LaneTable.Head> heads, long now, boolean front, Change change)
            throws SQLException {
        Ranges expired = new Ranges();
        for (LaneTable.Head head : heads) {
            Long expires = head.expires();
            if (expires != null && expires <= now) {
                expired.add(head.id());
            } else if (front) {
                break;
            }
        }
        expired.<SQLException>forEach((first, last) -> {
            LaneTable.Sum sum = table(lane).remove(first, last);
            ledger.removed(lane, sum);
            change.drop(lane, Reason.EXPIRED, sum.records());
        });
    }

    /** The file shrinks by a few pages at a time, and only when it is mostly empty: what is free will be needed again. */
    private void giveBackRoom() throws SQLException {
        long free = database.number("PRAGMA freelist_count");
        if (free > KEPT_FREE && free > database.number("PRAGMA page_count") * MOSTLY_FREE / 100) {
            database.execute("PRAGMA incremental_vacuum(" + GIVEN_BACK + ")");
        }
    }

    private LaneTable table(Lane lane) {
        LaneTable table = tables.get(lane);
        if (table == null) {
            throw new IllegalStateException("every lane has its table");
        }
        return table;
    }
}
