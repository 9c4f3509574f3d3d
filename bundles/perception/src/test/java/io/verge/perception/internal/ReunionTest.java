package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.road.RoadUserType;
import org.junit.jupiter.api.Test;

/** Each place is held against the density from which somebody is taken for the same. */
class ReunionTest {
    private static final long AT = 1_000_000_000L;
    private static final double SAME = Defaults.settings().coast().lostDensity();

    /** Was at the origin and went north with this speed. */
    private static Lost lost(RoadUserType type, double speed) {
        return new Lost(1, 1, AT, 0, 0, 0, speed, 0, vote(type), null);
    }

    private static TypeVote vote(RoadUserType type) {
        TypeVote vote = new TypeVote();
        vote.start();
        for (int i = 0; i < 10; i++) {
            vote.vote(type, 0.9);
        }
        return vote;
    }

    private static double found(Lost lost, RoadUserType type, double seconds, double... state) {
        Track track = new Track();
        track.filter.start(state[0], state[1], 0.1, 0, 0.1);
        track.filter.startVelocity(state[2], state[3], 0.1, 0, 0.1);
        track.type.copy(vote(type));
        return Reunion.likelihood(lost, track, AT + Math.round(seconds * 1e6));
    }

    @Test
    void aCarComesOutAheadOfWhereItWas() {
        Lost car = lost(RoadUserType.CAR, 8);
        assertThat(found(car, RoadUserType.CAR, 3, 0, 24, 0, 8)).isGreaterThan(SAME);
    }

    @Test
    void aCarThatTurnedComesOutWhereItsArcLeads() {
        Lost car = lost(RoadUserType.CAR, 8);
        assertThat(found(car, RoadUserType.CAR, 2, 9, 9, 8, 0)).isGreaterThan(SAME);
        assertThat(found(car, RoadUserType.CAR, 2, -9, 9, 8, 0)).isLessThan(SAME);
    }

    @Test
    void aCarThatStoodHiddenAtTheLightIsFoundWhenItStarts() {
        Lost car = lost(RoadUserType.CAR, 0);
        assertThat(found(car, RoadUserType.CAR, 20, 0, 6, 0, 3)).isGreaterThan(SAME);
    }

    @Test
    void noCarComesBackTheOtherWay() {
        Lost car = lost(RoadUserType.CAR, 8);
        assertThat(found(car, RoadUserType.CAR, 3, 0, 10, 0, -8)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void noCarIsFoundBehindWhereItWas() {
        Lost car = lost(RoadUserType.CAR, 0.2);
        assertThat(found(car, RoadUserType.CAR, 10, 0, -7, 0, 0.2)).isLessThan(SAME);
    }

    @Test
    void aChangeOfLaneWithinATenthOfASecondIsTheSameCar() {
        Lost car = lost(RoadUserType.CAR, 12);
        assertThat(found(car, RoadUserType.CAR, 0.2, 3.2, 2.4, 0, 12)).isGreaterThan(SAME);
    }

    @Test
    void whoWalksMayTurnRound() {
        Lost walker = lost(RoadUserType.PEDESTRIAN, 1.4);
        assertThat(found(walker, RoadUserType.PEDESTRIAN, 4, 0, 1, 0, -1.4)).isGreaterThan(SAME);
    }

    @Test
    void aCarDoesNotBecomeAPedestrian() {
        Lost car = lost(RoadUserType.CAR, 0);
        assertThat(found(car, RoadUserType.PEDESTRIAN, 2, 0, 1, 0, 0)).isLessThan(SAME);
    }
}
