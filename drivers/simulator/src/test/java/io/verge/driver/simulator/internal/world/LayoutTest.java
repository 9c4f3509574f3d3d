package io.verge.driver.simulator.internal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Position;
import io.verge.api.site.Conflict;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private final Layout layout = new Layout();
    private final SiteMap map = layout.map();

    @Test
    void aTurnEndsWhereItsLaneBegins() {
        for (Turn turn : layout.turns()) {
            Pose end = turn.path().end();
            Pose begin = turn.to().path().at(0);
            assertThat(Math.hypot(end.east() - begin.east(), end.north() - begin.north()))
                    .as("%s to %s", turn.from().id(), turn.to().id())
                    .isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void aTurnEndsInTheDirectionOfItsLane() {
        assertThat(layout.turns()).allSatisfy(turn -> assertThat(Math.cos(Math.toRadians(
                        turn.path().end().heading() - turn.to().path().at(0).heading())))
                .isCloseTo(1, within(1e-12)));
    }

    @Test
    void trafficKeepsToTheRight() {
        Lane fromNorth =
                map.lanes().stream().filter(lane -> lane.id() == 11).findFirst().orElseThrow();
        assertThat(fromNorth.centreLine())
                .hasToString("[" + new Position(-1.75, 140, 0) + ", "
                        + fromNorth.centreLine().get(1) + "]");
    }

    @Test
    void anIngressLaneEndsAtItsStopLine() {
        assertThat(map.lanes()).filteredOn(Lane::ingress).allSatisfy(lane -> assertThat(
                        lane.centreLine().get(1).distanceTo(new Position(0, 0, 0)))
                .isBetween(20.0, 21.0));
    }

    @Test
    void signalGroupsOfConflictsAreNeverGreenTogether() {
        for (long millis = 0; millis < 200_000; millis += 500) {
            for (Conflict conflict : map.conflicts()) {
                assertThat(go(conflict.group(), millis) && go(conflict.other(), millis))
                        .as("%s at %d", conflict, millis)
                        .isFalse();
            }
        }
    }

    @Test
    void everySignalGroupOfTheMapBecomesGreen() {
        assertThat(map.crosswalks()).allSatisfy(crosswalk -> {
            long seconds = 0;
            while (!go(8 + crosswalk.approach(), seconds * 1000)) {
                seconds++;
            }
            assertThat(seconds).isLessThan(68);
        });
    }

    private static boolean go(int group, long millis) {
        SignalPlan.Aspect aspect =
                group > 8 ? SignalPlan.pedestrians(group - 8, millis) : SignalPlan.vehicles(group, millis);
        return aspect.colour() == SignalPlan.Colour.GREEN;
    }
}
