package io.verge.perception.internal;

import io.verge.api.road.Size;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed track that is followed no longer, as it was when last measured: who comes out from behind something takes its name.
 *
 * @param measured when, µs since 1970
 * @param type not changed any more
 * @param heading degrees clockwise from north; NaN when it was never known
 */
record Lost(
        long key,
        int id,
        long measured,
        double east,
        double north,
        double ve,
        double vn,
        double heading,
        TypeVote type,
        @Nullable Size size) {}
