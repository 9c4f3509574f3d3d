package io.verge.transfer;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * How one file is to be fetched.
 *
 * @param expires after it nothing is tried any more
 * @param reserve octets of the disk that must be free beside the file: what it unpacks to, and what others need
 * @param budget how fast
 * @param wanted false once the file is not wanted any more; asked often, by the thread that fetches
 * @param progress hears how many octets are on the disk, by that thread
 */
public record Terms(Instant expires, long reserve, Budget budget, BooleanSupplier wanted, LongConsumer progress) {
    /** As fast as it comes. */
    public static Terms until(Instant expires) {
        return new Terms(expires, 0, Budget.UNLIMITED, () -> true, octets -> {});
    }

    public Terms with(Budget other) {
        return new Terms(expires, reserve, other, wanted, progress);
    }

    public Terms reserving(long octets) {
        return new Terms(expires, octets, budget, wanted, progress);
    }

    public Terms whileWanted(BooleanSupplier isWanted) {
        return new Terms(expires, reserve, budget, isWanted, progress);
    }

    public Terms telling(LongConsumer listener) {
        return new Terms(expires, reserve, budget, wanted, listener);
    }
}
