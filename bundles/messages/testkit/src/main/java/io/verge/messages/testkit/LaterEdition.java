package io.verge.messages.testkit;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What only a sender of another edition sends.
 *
 * <p>For use by one thread.
 */
final class LaterEdition {
    private final SplittableRandom random;
    private final RandomLeaves leaves;

    LaterEdition(SplittableRandom random, RandomLeaves leaves) {
        this.random = random;
        this.leaves = leaves;
    }

    /** The index of an addition beyond the known ones, sometimes too large for six bits. */
    int index(int known) {
        return known + (leaves.oneIn(4) ? 62 + random.nextInt(300) : random.nextInt(4));
    }

    /**
     * The member that holds the additions that are not known: more of them than known, or a shorter list.
     *
     * @param known number of additions of our edition
     * @param present number of the last one that is present, 0 for none
     */
    Value additions(int known, int present) {
        Map<String, Value> unknown = new LinkedHashMap<>();
        if (present > 0 && present < known && leaves.oneIn(3)) {
            unknown.put("count", number(present + random.nextInt(known - present)));
            return new Value.Members(unknown);
        }
        int count = known + 1 + (leaves.oneIn(8) ? 64 + random.nextInt(80) : random.nextInt(4));
        unknown.put("count", number(count));
        for (int i = known; i < count; i++) {
            boolean last = present == 0 && unknown.size() == 1 && i == count - 1;
            if (leaves.oneIn(count - known < 8 ? 2 : 20) || last) {
                unknown.put(Integer.toString(i), leaves.unknown());
            }
        }
        return new Value.Members(unknown);
    }

    private static Value number(int value) {
        return new Value.Int(BigInteger.valueOf(value));
    }
}
