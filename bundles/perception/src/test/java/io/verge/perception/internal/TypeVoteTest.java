package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.road.RoadUserType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypeVoteTest {
    private final TypeVote vote = new TypeVote();

    @BeforeEach
    void start() {
        vote.start();
    }

    @Test
    void theMajorityOfVotesWins() {
        for (int i = 0; i < 10; i++) {
            vote.vote(i % 4 == 0 ? RoadUserType.TRUCK : RoadUserType.BUS, 0.9);
        }
        assertThat(vote.best()).isEqualTo(RoadUserType.BUS);
    }

    @Test
    void aLongSeriesOfWrongVotesCanBeOverruled() {
        for (int i = 0; i < 1000; i++) {
            vote.vote(RoadUserType.TRUCK, 0.9);
        }
        for (int i = 0; i < 15; i++) {
            vote.vote(RoadUserType.CAR, 0.9);
        }
        assertThat(vote.best()).isEqualTo(RoadUserType.CAR);
    }

    @Test
    void whatDrivesFastDoesNotWalk() {
        vote.vote(RoadUserType.PEDESTRIAN, 0.9);
        vote.vote(RoadUserType.PEDESTRIAN, 0.9);
        vote.moves(14, 0.2, 1);
        assertThat(vote.best()).isEqualTo(RoadUserType.CAR);
    }

    @Test
    void whatGoesAtAWalkingPaceForLongWalks() {
        for (int i = 0; i < 50; i++) {
            vote.moves(1.3, 0.1, 0.1);
        }
        assertThat(vote.best()).isEqualTo(RoadUserType.PEDESTRIAN);
    }

    @Test
    void whatReflectsFromFarAheadAndBehindIsLong() {
        for (int i = 0; i < 60; i++) {
            vote.reflects(i % 2 == 0 ? 3.2 : -3.2, 0.2, 0.17);
        }
        assertThat(vote.length()).isGreaterThan(8);
    }

    /** People swing their arms and carry bags: how they reflect must not make animals of them. */
    @Test
    void nobodyIsAnAnimalUnlessASensorHasSaidSo() {
        for (int i = 0; i < 600; i++) {
            vote.moves(1.2, 0.1, 0.1);
            vote.reflects(0.2, 0.01, 0.17);
        }
        assertThat(vote.best()).isEqualTo(RoadUserType.PEDESTRIAN);
    }

    @Test
    void whatASensorCallsAnAnimalMayBeOne() {
        for (int i = 0; i < 20; i++) {
            vote.vote(RoadUserType.ANIMAL, 0.9);
        }
        assertThat(vote.best()).isEqualTo(RoadUserType.ANIMAL);
    }

    @Test
    void unknownSaysNothing() {
        double before = vote.certainty();
        vote.vote(RoadUserType.UNKNOWN, 0.9);
        assertThat(vote.certainty()).isEqualTo(before);
    }
}
