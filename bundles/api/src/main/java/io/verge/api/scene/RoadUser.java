package io.verge.api.scene;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone on the road.
 *
 * @param id stable while it is seen, 1 to 65535; not used again for at least 30 s
 * @param typeConfidence 0 to 1
 * @param motion at the time of the scene
 * @param size null when unknown
 * @param lane null when on none, or without a map
 * @param sources what kinds of sensors have seen it lately
 * @param measuredAt when it was last really measured; before the scene's time when its motion was extrapolated
 * @param selfReportId the id it gives itself over the air; null when it does not
 */
public record RoadUser(
        int id,
        RoadUserType type,
        double typeConfidence,
        Motion motion,
        @Nullable Size size,
        @Nullable LaneMatch lane,
        Set<SensorKind> sources,
        Instant measuredAt,
        @Nullable String selfReportId) {
    public RoadUser {
        sources = Set.copyOf(sources);
    }
}
