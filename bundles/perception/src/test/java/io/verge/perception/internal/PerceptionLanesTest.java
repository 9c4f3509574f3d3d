package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.testkit.Crossing;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PerceptionLanesTest {
    private final ManualClock clock = ManualClock.standing();
    private final List<Scene> scenes = new ArrayList<>();
    private final Street street = new Street(4);
    private final Perception perception = new Perception(Defaults.config(), new DirectStages(), scenes::add, clock);

    private record Place(String box, SiteFrame frame, Optional<SiteMap> map) implements Site {}

    private static Site place(Optional<SiteMap> map) {
        return new Place("box", Crossing.frame(), map);
    }

    /** A lane where the car of the tests drives: east along the axis. */
    private static Site street(int lane) {
        List<Position> line = List.of(new Position(-50, 0, 0), new Position(50, 0, 0));
        Lane only = new Lane(lane, 1, LaneUse.VEHICLE, true, 3.5, 14, line, List.of());
        return place(Optional.of(new SiteMap(0, 1, "", 1, List.of(), List.of(only), List.of(), Set.of())));
    }

    @BeforeEach
    void start() {
        clock.set(Street.START);
    }

    /** The lanes of all road users after a second more. */
    private List<Integer> drive() {
        for (int i = 0; i < 10; i++) {
            double seconds = Duration.between(Street.START, clock.now()).toMillis() / 1000.0;
            perception.observed(street.look(Street.radar(), seconds, List.of(Street.car(0, 0, 9, 0))));
            clock.advance(Duration.ofMillis(100));
        }
        List<RoadUser> users = scenes.get(scenes.size() - 1).roadUsers();
        assertThat(users).hasSize(1);
        return users.stream()
                .map(RoadUser::lane)
                .filter(Objects::nonNull)
                .map(LaneMatch::lane)
                .toList();
    }

    @Test
    void roadUsersHaveLanesOnceThereIsAMap() {
        assertThat(drive()).isEmpty();
        perception.setSite(street(3));
        assertThat(drive()).containsExactly(3);
    }

    @Test
    void aNewSiteReplacesTheOldOneWhicheverComesFirst() {
        Site old = street(3);
        perception.setSite(old);
        perception.setSite(street(4));
        perception.unsetSite(old);
        assertThat(drive()).containsExactly(4);
    }

    @Test
    void aSiteMayBeWithoutMapAndMayGo() {
        perception.setSite(place(Optional.empty()));
        assertThat(drive()).isEmpty();
        Site here = street(3);
        perception.setSite(here);
        perception.unsetSite(here);
        assertThat(drive()).isEmpty();
    }
}
