package io.verge.testkit;

import io.verge.api.geo.Position;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** What vehicles with a radio say at {@link Crossing}, with much that they do not know: the same for the same seed. */
public final class RandomVehicles {
    private static final List<RoadUserType> TYPES = List.of(
            RoadUserType.UNKNOWN, RoadUserType.CAR, RoadUserType.TRUCK, RoadUserType.BUS, RoadUserType.MOTORCYCLE);

    private final Random random;
    private final SiteMap map = Crossing.map();

    public RandomVehicles(long seed) {
        random = new Random(seed);
    }

    /** Of a vehicle within 500 m. */
    public SelfReport report() {
        return new SelfReport(
                id(),
                TYPES.get(random.nextInt(TYPES.size())),
                place(),
                known() ? 60 * random.nextDouble() : Double.NaN,
                known() ? 359.9 * random.nextDouble() : Double.NaN,
                known() ? 12 * random.nextDouble() : Double.NaN,
                known() ? new Size(1 + 19 * random.nextDouble(), 0.5 + 2.5 * random.nextDouble(), Double.NaN) : null);
    }

    /** For a way that the map has. */
    public PriorityRequest request(Instant time) {
        List<Lane> entries = map.lanes().stream()
                .filter(lane -> !lane.connections().isEmpty())
                .toList();
        Lane from = entries.get(random.nextInt(entries.size()));
        Connection way =
                from.connections().get(random.nextInt(from.connections().size()));
        Instant arrival = known() ? time.plusMillis(random.nextInt(600_000)) : null;
        return new PriorityRequest(
                id(),
                random.nextInt(256),
                known() ? random.nextInt(128) : -1,
                any(Action.values()),
                map.region(),
                map.id(),
                from.id(),
                way.toLane(),
                arrival,
                arrival != null && known() ? arrival.plusMillis(random.nextInt(60_000)) : null,
                any(Role.values()),
                known() ? 1 + random.nextInt(14) : -1,
                known() ? place() : null,
                known() ? 60 * random.nextDouble() : Double.NaN);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private boolean known() {
        return random.nextInt(4) > 0;
    }

    /** As all regions can say it. */
    private String id() {
        return HexFormat.of().withUpperCase().toHexDigits(random.nextInt(), 8);
    }

    private Wgs84 place() {
        return Crossing.frame()
                .toWgs84(new Position(
                        1000 * random.nextDouble() - 500, 1000 * random.nextDouble() - 500, 10 * random.nextDouble()));
    }
}
