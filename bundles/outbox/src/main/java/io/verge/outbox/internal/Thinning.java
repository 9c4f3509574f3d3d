package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the first record of each period of a stream of old telemetry. Each tier goes through the lane once, behind the age that it is for;
 * after a restart it begins again, and finds nothing more to remove.
 */
final class Thinning {
    private static final int LOOK = 500;
    private static final int LOOKS = 4;

    private final LaneTable table;
    private final Ledger ledger;
    private final List<Progress> tiers = new ArrayList<>();

    /** How far a tier has come. */
    private static final class Progress {
        long from;
        /** By stream, the period in which a record was kept last. */
        final Map<Integer, Long> kept = new HashMap<>();
    }

    Thinning(LaneTable table, Ledger ledger) {
        this.table = table;
        this.ledger = ledger;
    }

    /** In a transaction. */
    void step(List<Rules.Tier> rules, long now, Change change) throws SQLException {
        for (int i = 0; i < rules.size(); i++) {
            if (tiers.size() <= i) {
                tiers.add(new Progress());
            }
            boolean more = true;
            for (int look = 0; look < LOOKS && more; look++) {
                more = look(tiers.get(i), rules.get(i), now, change);
            }
        }
    }

    /** @return whether there may be more that is old enough */
    private boolean look(Progress progress, Rules.Tier tier, long now, Change change) throws SQLException {
        long period = tier.period().toNanos();
        long young = now - tier.age().toNanos();
        Ranges thinned = new Ranges();
        List<LaneTable.Head> heads = table.heads(progress.from, LOOK);
        boolean more = !heads.isEmpty();
        for (LaneTable.Head head : heads) {
            boolean future = head.time() > now; // stamped by a clock that was wrong: kept, and not waited for
            if (!future && head.time() > young) {
                more = false;
                break;
            }
            if (!future && !isFirst(progress, head, period)) {
                thinned.add(head.id());
            }
            progress.from = head.id() + 1;
        }
        remove(thinned, change);
        return more;
    }

    private static boolean isFirst(Progress progress, LaneTable.Head head, long period) {
        Long before = progress.kept.put(head.stream(), Math.floorDiv(head.time(), period));
        return before == null || before != Math.floorDiv(head.time(), period);
    }

    private void remove(Ranges thinned, Change change) throws SQLException {
        thinned.<SQLException>forEach((first, last) -> {
            LaneTable.Sum sum = table.erase(first, last);
            ledger.removed(Lane.TELEMETRY, sum);
            change.drop(Lane.TELEMETRY, Reason.THINNED, sum.records());
        });
    }
}
