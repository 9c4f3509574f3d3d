package io.verge.messages.uper;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a SEQUENCE carried beyond the edition that decoded it, so that it can be sent on unchanged: how many
 * extension additions its sender knew, and the octets of those unknown here. A record whose extension is
 * that of its own edition has none of this ({@code null}).
 *
 * @param count number of additions in the sender's edition, 1 or more
 * @param unknown the additions that are present and unknown here, in ascending order
 */
public record Additions(int count, List<Addition> unknown) {

    /**
     * One addition that is not known here.
     *
     * @param index position among the additions, from zero
     * @param octets its encoding
     */
    public record Addition(int index, Octets octets) {
        public Addition {
            Objects.requireNonNull(octets, "octets");
        }
    }

    /** Checks that the unknown additions are in order and within the count. */
    public Additions {
        unknown = Elements.copyOf(unknown);
        int last = -1;
        for (Addition addition : unknown) {
            if (addition.index() <= last || addition.index() >= count) {
                throw new IllegalArgumentException("addition " + addition.index() + " of " + count);
            }
            last = addition.index();
        }
    }

    /** Whether any unknown addition is present. */
    public static boolean any(@Nullable Additions additions) {
        return additions != null && !additions.unknown.isEmpty();
    }
}
