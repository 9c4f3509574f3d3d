package io.verge.update.internal.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateReport;
import io.verge.api.update.UpdateWish;
import io.verge.api.update.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Wishes wishes = new Wishes();

    private Follower follower(Orders orders) {
        return new Follower(wishes, new Random(1), orders);
    }

    private static Orders release(String release, int attempt) {
        return new Orders(release, attempt, "", "", HOUR);
    }

    private static Orders channel() {
        return new Orders("", 1, "stable", "", HOUR);
    }

    @Test
    void doesNothingWithoutOrders() {
        assertThat(follower(Orders.NONE).turn()).isNull();
        assertThat(wishes.taken).isEmpty();
    }

    @Test
    void takesUpTheReleaseOfTheProfileOnce() {
        Follower follower = follower(release("2026.12.1", 1));
        assertThat(follower.turn()).isNull();
        follower.turn();
        assertThat(wishes.taken).extracting(UpdateWish::id).containsExactly("desired-2026.12.1");
    }

    @Test
    void triesAgainUnderAnotherNameWhenTheAttemptIsRaised() {
        follower(release("2026.12.1", 2)).turn();
        assertThat(wishes.taken).extracting(UpdateWish::id).containsExactly("desired-2026.12.1-2");
    }

    @Test
    void wishesForTheReleaseOfTheProfileEvenWhenItRunsSoThatWhoeverOrderedItHearsThat() {
        wishes.running = "2026.12.1";
        follower(release("2026.12.1", 1)).turn();
        assertThat(wishes.taken).hasSize(1);
    }

    @Test
    void leavesABoxAloneThatRunsTheReleaseOfItsChannel() {
        wishes.running = "2026.12.1";
        follower(channel()).turn();
        assertThat(wishes.taken).isEmpty();
    }

    @Test
    void givesUpWhatIsNotOrderedAnyMoreAndNothingElse() {
        Follower follower = follower(release("2026.12.1", 1));
        assertThat(follower.withdraw()).isFalse();
        follower.turn();
        wishes.going = wishes.taken.get(0);
        assertThat(follower(release("2026.12.2", 1)).withdraw()).isFalse();
        assertThat(follower.withdraw()).isTrue();
        assertThat(wishes.cancelled).isEqualTo("it is not ordered any more");
    }

    @Test
    void comesBackSoonWhileAnotherUpdateGoesOn() {
        wishes.refusal = "busy";
        Follower follower = follower(release("2026.12.1", 1));
        assertThat(follower.turn()).isEqualTo(Duration.ofMinutes(1));
        wishes.refusal = "";
        assertThat(follower.turn()).isNull();
        assertThat(wishes.taken).hasSize(1);
    }

    @Test
    void looksAtTheChannelAtItsPaceAndAFifthOfChance() {
        Follower follower = follower(channel());
        assertThat(follower.turn())
                .isBetween(
                        HOUR.multipliedBy(4).dividedBy(5), HOUR.multipliedBy(6).dividedBy(5));
        wishes.stable = "2026.12.2";
        follower.turn();
        assertThat(wishes.taken).extracting(UpdateWish::release).containsExactly("2026.12.1", "2026.12.2");
    }

    @Test
    void looksAgainAtItsPaceWhenTheChannelCannotBeSeen() {
        wishes.stable = "";
        Follower follower = follower(channel());
        assertThat(follower.turn()).isGreaterThan(HOUR.dividedBy(2));
        wishes.stable = "2026.12.1";
        follower.turn();
        assertThat(wishes.taken).hasSize(1);
    }

    @Test
    void goesOnFollowingWhenTheChannelNamesNoRelease() {
        wishes.stable = "../../etc";
        assertThat(follower(channel()).turn()).isNotNull();
        assertThat(wishes.taken).isEmpty();
    }

    /** Takes up every wish, unless it is told to refuse. */
    private static final class Wishes implements Updates {
        private final List<UpdateWish> taken = new ArrayList<>();
        private String running = "shipped";
        private String refusal = "";
        private String stable = "2026.12.1";
        private @Nullable UpdateWish going;
        private String cancelled = "";

        private static UpdateEntry entry(UpdateWish wish) {
            return new UpdateEntry(wish, Phase.METADATA, Instant.EPOCH, Instant.EPOCH, 0, 0, 0, "", "", "", null, null);
        }

        @Override
        public String channel(String name, String source) throws UpdateRefusedException {
            if (stable.isEmpty()) {
                throw new UpdateRefusedException("unreachable", "no network");
            }
            return stable;
        }

        @Override
        public UpdateReport report() {
            UpdateEntry now = going == null ? null : entry(going);
            return new UpdateReport(Status.of(State.OK, Instant.EPOCH), running, 0, "", null, List.of(), null, now);
        }

        @Override
        public UpdateEntry apply(UpdateWish wish) throws UpdateRefusedException {
            if (!refusal.isEmpty()) {
                throw new UpdateRefusedException(refusal, "another update goes on");
            }
            taken.add(wish);
            return entry(wish);
        }

        @Override
        public UpdatePlan plan(UpdateWish wish) {
            throw new AssertionError("nobody plans");
        }

        @Override
        public UpdateEntry cancel(String why) {
            cancelled = why;
            return entry(Objects.requireNonNull(going));
        }

        @Override
        public UpdateEntry rollback(String why) {
            throw new AssertionError("nobody goes back");
        }

        @Override
        public List<UpdateEntry> history() {
            return List.of();
        }
    }
}
