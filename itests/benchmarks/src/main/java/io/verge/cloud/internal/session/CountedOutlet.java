package io.verge.cloud.internal.session;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outlet;
import io.verge.api.outbox.StoredRecord;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An outlet of which it is known when all has arrived. */
final class CountedOutlet implements Outlet {
    final CountDownLatch left;
    private final Outlet outlet;

    CountedOutlet(Outlet outlet, int records) {
        this.outlet = outlet;
        left = new CountDownLatch(records);
    }

    @Override
    public List<StoredRecord> takeLive(int records, int octets) {
        return outlet.takeLive(records, octets);
    }

    @Override
    public List<StoredRecord> take(int records, int octets) {
        return outlet.take(records, octets);
    }

    @Override
    public void confirm(Collection<StoredRecord> arrived) {
        outlet.confirm(arrived);
        arrived.forEach(record -> left.countDown());
    }

    @Override
    public void confirm(String store, Lane lane, String stream, long first, long last) {
        throw new AssertionError("nobody acknowledges here");
    }

    @Override
    public void giveBack() {
        if (left.getCount() != 0) {
            outlet.giveBack();
        }
    }

    @Override
    public void ring(Runnable bell) {
        outlet.ring(bell);
    }
}
