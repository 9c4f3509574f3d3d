package io.verge.api.site;

import io.verge.api.geo.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people cross.
 *
 * @param id 1 to 255, unique among lanes and crosswalks
 * @param approach the id of the approach that it crosses
 * @param width metres
 * @param centreLine from kerb to kerb, at least two points
 * @param signalGroup that rules it; null when none does
 */
public record Crosswalk(int id, int approach, double width, List<Position> centreLine, @Nullable Integer signalGroup) {
    public Crosswalk {
        if (centreLine.size() < 2) {
            throw new IllegalArgumentException("crosswalk " + id + " needs at least two points");
        }
        centreLine = List.copyOf(centreLine);
    }
}
