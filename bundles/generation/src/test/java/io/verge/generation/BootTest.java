package io.verge.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class BootTest {
    private static final String LOCAL = "5f3a";

    private final Box box = new Box(1);

    private void fail(int starts) {
        for (int i = 0; i < starts; i++) {
            box.start();
            box.disk.powerCut();
        }
    }

    @Test
    void whatIsCurrentIsStarted() throws IOException {
        box.committed("a", "radar 1");
        Generation next = box.make("b", "radar 2");
        box.generations().point(next);

        Start.OfSet start = box.startSet();

        assertThat(start.generation()).isEqualTo(next);
        assertThat(start.attempt()).isEqualTo(1);
        assertThat(start.proven()).isFalse();
        assertThat(start.why()).isEmpty();
    }

    @Test
    void afterThreeFailedStartsTheLastGoodOneComesBack() throws IOException {
        Generation old = box.committed("a", "radar 1");
        box.generations().point(box.make("b", "radar 2"));
        fail(3);

        Start.OfSet start = box.startSet();

        assertThat(start.generation()).isEqualTo(old);
        assertThat(start.proven()).isTrue();
        assertThat(start.why()).contains("generation 2 (release b) failed 3 starts");
    }

    @Test
    void theShippedSetIsTheLastGoodOneOfABoxThatHasCommittedNone() throws IOException {
        box.generations().point(box.make("b", "radar 2"));
        fail(3);

        assertThat(box.startSet().generation()).isEqualTo(Generation.SHIPPED);
    }

    @Test
    void whenTheLastGoodOneFailsThreeTimesTooSafeModeStays() throws IOException {
        box.committed("a", "radar 1");
        box.generations().point(box.make("b", "radar 2"));
        fail(6);

        Start first = box.start();
        Start second = box.boot().next(Box.NO_CHANGES, Box.NOW.plus(Duration.ofHours(1)));

        assertThat(first).isInstanceOf(Start.Safe.class).isEqualTo(second);
        assertThat(((Start.Safe) first).why())
                .contains("generation 2 (release b) failed 3 starts", "generation 1 (release a) failed 3 starts");
        assertThat(((Start.Safe) first).since()).isEqualTo(Box.NOW);
    }

    @Test
    void aNewGenerationEndsSafeMode() throws IOException {
        fail(3);
        assertThat(box.start()).isInstanceOf(Start.Safe.class);
        Generation next = box.make("b", "radar 2");

        box.generations().point(next);

        assertThat(box.startSet().generation()).isEqualTo(next);
    }

    @Test
    void pointingAgainGivesThreeStartsAgain() throws IOException {
        fail(3);

        box.generations().point(Generation.SHIPPED);

        assertThat(box.startSet().attempt()).isEqualTo(1);
    }

    @Test
    void oneThatBecameHealthyHasAllItsStartsAgain() throws IOException {
        fail(2);
        box.boot().healthy(box.startSet());

        assertThat(box.startSet().attempt()).isEqualTo(1);
    }

    @Test
    void theLastGoodOneBeingHealthyDoesNotBringTheFailedOneBack() throws IOException {
        Generation old = box.committed("a", "radar 1");
        box.generations().point(box.make("b", "radar 2"));
        fail(3);

        box.boot().healthy(box.startSet());

        assertThat(box.startSet().generation()).isEqualTo(old);
    }

    @Test
    void anEndThatWasAskedForDoesNotCount() throws IOException {
        for (int i = 0; i < 10; i++) {
            box.boot().ended(box.startSet());
        }

        assertThat(box.startSet().attempt()).isEqualTo(1);
    }

    @Test
    void theReasonOfAFailureIsKept() throws IOException {
        box.generations().point(box.make("b", "radar 2"));
        fail(2);
        box.boot().failed(box.startSet(), "it threw\nan exception");

        assertThat(box.startSet().why()).contains("it threw an exception");
    }

    @Test
    void whenTheBoxsOwnChangesFailItIsStartedWithoutThem() throws IOException {
        Generation good = box.committed("a", "radar 1");
        for (int i = 0; i < 3; i++) {
            box.boot().next(LOCAL, Box.NOW);
        }

        Start.OfSet start = (Start.OfSet) box.boot().next(LOCAL, Box.NOW);

        assertThat(start.generation()).isEqualTo(good);
        assertThat(start.withLocal()).isFalse();
        assertThat(start.why()).contains("with this box's own changes failed 3 starts");
    }

    @Test
    void otherChangesOfTheBoxAreTriedAnew() throws IOException {
        box.committed("a", "radar 1");
        for (int i = 0; i < 3; i++) {
            box.boot().next(LOCAL, Box.NOW);
        }

        Start.OfSet start = (Start.OfSet) box.boot().next("77", Box.NOW);

        assertThat(start.withLocal()).isTrue();
        assertThat(start.attempt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeCountedIsStartedOnlyWhenItIsProven() throws IOException {
        Generation old = box.committed("a", "radar 1");
        box.generations().point(box.make("b", "radar 2"));
        box.disk.free(0);

        Start.OfSet start = box.startSet();

        assertThat(start.generation()).isEqualTo(old);
        assertThat(start.why()).contains("cannot be counted");
    }

    @Test
    void aDamagedJarLeadsToTheLastGoodOneAtOnce() throws IOException {
        Generation old = box.committed("a", "radar 1");
        box.generations().point(box.make("b", "radar 2"));
        box.disk.rot(Box.jar("radar 2"), 1);

        Start.OfSet start = box.startSet();

        assertThat(start.generation()).isEqualTo(old);
        assertThat(start.why()).contains("not what its name says");
    }

    @Test
    void aDamagedPointerLeadsToTheLastGoodOne() throws IOException {
        Generation old = box.committed("a", "radar 1");
        box.generations().point(box.make("b", "radar 2"));
        box.disk.rot(Box.file("current"), 10);

        assertThat(box.startSet().generation()).isEqualTo(old);
    }

    @Test
    void aDamagedPointerCanBeReplaced() throws IOException {
        box.committed("a", "radar 1");
        box.disk.rot(Box.file("current"), 10);
        Generation next = box.make("b", "radar 2");

        box.generations().point(next);

        assertThat(box.startSet().generation()).isEqualTo(next);
    }

    @Test
    void aPointerThatWasLostLeadsToTheLastGoodOne() throws IOException {
        Generation old = box.committed("a", "radar 1");
        box.disk.delete(Box.file("current"));

        assertThat(box.startSet().generation()).isEqualTo(old);
    }

    @Test
    void whenNothingCanBeReadTheShippedSetIsStarted() throws IOException {
        box.committed("a", "radar 1");
        box.generations().point(box.make("b", "radar 2"));
        box.disk.rot(Box.file("current"), 10);
        box.disk.rot(Box.file("good"), 10);

        assertThat(box.startSet().generation()).isEqualTo(Generation.SHIPPED);
    }

    @Test
    void aDiskThatComesBackWhileTheLauncherWaitsCostsNothing() throws IOException {
        Generation only = box.committed("a", "radar 1");
        box.disk.failFrom(1);
        box.pause = box.disk::restart;

        Start.OfSet start = box.startSet();

        assertThat(start.generation()).isEqualTo(only);
        assertThat(start.attempt()).isEqualTo(1);
        assertThat(start.why()).isEmpty();
    }

    @Test
    void itIsNotWaitedForForEver() throws IOException {
        box.committed("a", "radar 1");
        box.disk.failFrom(1);
        int[] pauses = {0};
        box.pause = () -> pauses[0]++;

        Start.OfSet start = box.startSet();

        assertThat(start.generation()).isEqualTo(Generation.SHIPPED);
        assertThat(start.why()).contains("current generation cannot be read", "last good generation cannot be read");
        assertThat(pauses[0]).isBetween(4, 12);
    }

    @Test
    void whatIsDamagedIsNotReadAgain() throws IOException {
        box.committed("a", "radar 1");
        box.disk.rot(Box.file("current"), 10);
        box.pause = () -> {
            throw new AssertionError("it waited");
        };

        assertThat(box.startSet().why()).contains("current is damaged");
    }

    /** Else a set that always fails would have new starts for ever on a disk that sometimes cannot be read. */
    @Test
    void startsThatCannotBeReadAreNotForgotten() throws IOException {
        Generation old = box.committed("a", "radar 1");
        box.generations().point(box.make("b", "radar 2"));
        fail(2);
        box.disk.unreadable(true);
        box.startSet();
        box.disk.unreadable(false);
        fail(1);

        assertThat(box.startSet().generation()).isEqualTo(old);
    }

    @Test
    void aClockThatGoesBackChangesNothing() {
        box.boot().next(Box.NO_CHANGES, Instant.EPOCH);

        assertThat(box.startSet().attempt()).isEqualTo(2);
    }
}
