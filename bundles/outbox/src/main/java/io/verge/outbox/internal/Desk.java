package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives records out and takes them for arrived. In each lane two places move through the ids: one through what has come in this session,
 * one through the backlog before it. So what is out need not be remembered, however much it is. For one thread at a time.
 */
final class Desk {
    /** So many of what is out are remembered by id; others are looked for in the file. */
    private static final int REMEMBERED = 8192;

    private final String store;
    private final Map<Lane, LaneTable> tables;
    private final Ledger ledger;
    private final Removals removals;
    private final Map<Lane, Place> places = new EnumMap<>(Lane.class);
    private final Map<Out, Long> out = new Remembered();

    /** A record that is out. */
    private record Out(int stream, long sequence) {}

    /** How far a lane was given out: exclusive bounds of what is still to be given. */
    private static final class Place {
        long live;
        long backlogAbove;
        long backlogBelow;
    }

    private static final class Remembered extends LinkedHashMap<Out, Long> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Out, Long> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** What is taken in one call, within its limits. */
    static final class Basket {
        final List<StoredRecord> records = new ArrayList<>();
        private final int most;
        private final long mostOctets;
        private long octets;

        Basket(int records, long octets) {
            most = records;
            mostOctets = octets;
        }

        boolean isFull() {
            return records.size() >= most || octets >= mostOctets;
        }

        /** Whether it fits, and then puts it in. The first fits whatever its size. */
        private boolean put(StoredRecord one, long size) {
            if (!records.isEmpty() && octets + size > mostOctets) {
                octets = mostOctets; // the next is not to be smaller and so overtake it
                return false;
            }
            records.add(one);
            octets += size;
            return true;
        }
    }

    Desk(String store, Map<Lane, LaneTable> tables, Ledger ledger, Removals removals) {
        this.store = store;
        this.tables = tables;
        this.ledger = ledger;
        this.removals = removals;
    }

    /** All that is there becomes backlog, and nothing is out. */
    void giveBack(Rules rules) {
        for (Lane lane : Lane.values()) {
            Place place = new Place();
            place.live = ledger.account(lane).next - 1;
            place.backlogAbove = 0;
            place.backlogBelow = place.live + 1;
            places.put(lane, place);
        }
    }

    /** All up to this id have gone; the places need not look there. */
    void forget(Lane lane, long id) {
        Place place = place(lane);
        place.backlogAbove = Math.max(place.backlogAbove, Math.min(id, place.backlogBelow - 1));
        place.live = Math.max(place.live, id);
    }

    /** Gives the next of what is live, or of the backlog, as far as the basket holds them. What has expired goes with the next commit. */
    void take(Lane lane, boolean live, boolean newestFirst, Instant now, Basket basket) throws SQLException {
        Place place = place(lane);
        long nanos = Nanos.of(now);
        while (!basket.isFull()) {
            long above = live ? place.live : place.backlogAbove;
            long below = live ? Long.MAX_VALUE : place.backlogBelow;
            boolean downwards = newestFirst && !live;
            List<LaneTable.Row> rows = table(lane)
                    .read(
                            above,
                            below,
                            downwards,
                            basket.most - basket.records.size(),
                            basket.mostOctets - basket.octets);
            if (rows.isEmpty()) {
                return;
            }
            for (LaneTable.Row row : rows) {
                if (!give(lane, row, !live, nanos, basket)) {
                    return;
                }
                pass(place, live, downwards, row.id());
            }
        }
    }

    private static void pass(Place place, boolean live, boolean downwards, long id) {
        if (live) {
            place.live = id;
        } else if (downwards) {
            place.backlogBelow = id;
        } else {
            place.backlogAbove = id;
        }
    }

    /** Whether it is done with this row: given, or not to be given. */
    private boolean give(Lane lane, LaneTable.Row row, boolean backlog, long now, Basket basket) {
        Ledger.Stream stream = ledger.byId(row.stream());
        if (stream == null || removals.contains(lane, row.id())) {
            return true;
        }
        Long expires = row.expires();
        if (expires != null && expires <= now) {
            removals.expired(lane).add(row.id());
            return true;
        }
        StoredRecord record = new StoredRecord(
                store,
                lane,
                stream.name,
                row.sequence(),
                Nanos.instant(row.time()),
                instant(expires),
                backlog,
                ByteBuffer.wrap(row.content()));
        boolean given = basket.put(record, row.content().length);
        if (given) {
            out.put(new Out(stream.id, row.sequence()), row.id());
        }
        return given;
    }

    private static @Nullable Instant instant(@Nullable Long nanos) {
        return nanos == null ? null : Nanos.instant(nanos);
    }

    /** The next rows of what has not been given out, the backlog first. They do not count as given. */
    List<LaneTable.Row> untaken(Lane lane, int records) throws SQLException {
        Place place = place(lane);
        LaneTable table = table(lane);
        List<LaneTable.Row> rows = table.read(place.backlogAbove, place.backlogBelow, false, records, Long.MAX_VALUE);
        return rows.isEmpty() ? table.read(place.live, Long.MAX_VALUE, false, records, Long.MAX_VALUE) : rows;
    }

    /** These sequences have arrived. */
    void confirm(Lane lane, String name, long first, long last) throws SQLException {
        Ledger.Stream stream = ledger.known(lane, name);
        if (stream == null) {
            return;
        }
        long from = Math.max(1, first);
        long to = Math.min(last, stream.next - 1);
        Ranges arrived = removals.arrived(lane);
        while (from <= to) {
            Long id = out.remove(new Out(stream.id, from));
            if (id == null) {
                break;
            }
            arrived.add(id);
            from++;
        }
        if (from <= to) {
            ledger.find(stream, from, to, arrived);
        }
    }

    private Place place(Lane lane) {
        return places.computeIfAbsent(lane, none -> new Place());
    }

    private LaneTable table(Lane lane) {
        LaneTable table = tables.get(lane);
        if (table == null) {
            throw new IllegalStateException("every lane has its table");
        }
        return table;
    }
}
