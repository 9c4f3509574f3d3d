package io.verge.authority.rollout;

import io.verge.authority.rollout.fleet.Answer;
import io.verge.authority.rollout.fleet.Fleet;
import io.verge.authority.rollout.fleet.FleetException;
import io.verge.authority.rollout.fleet.Heard;
import io.verge.authority.rollout.fleet.Wish;
import io.verge.authority.rollout.run.WishId;
import io.verge.authority.rollout.run.Word;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A way to the boxes on which time goes on fast while no box has anything to say any more. Boxes that are at it are given all the time that
 * they need, however slow the machine is.
 */
final class Patience implements Fleet {
    private static final Duration NOBODY_IS_AT_IT = Duration.ofMillis(250);

    private final Fleet fleet;
    private final Predicate<Word> last;
    private final Runnable whenNothingIsHeard;
    /** Boxes with the wish that each is at, as it calls it. */
    private final Map<String, String> open = new HashMap<>();

    private final boolean isKnown;
    /** The broker has not said what it knows of a box. */
    private boolean asksAgain;

    /**
     * Goes another way.
     *
     * @param isKnown whether the broker knows the boxes
     * @param last whether a word is the last that its box says, after which nothing is waited for
     */
    Patience(Fleet fleet, boolean isKnown, Predicate<Word> last, Runnable whenNothingIsHeard) {
        this.fleet = fleet;
        this.isKnown = isKnown;
        this.last = last;
        this.whenNothingIsHeard = whenNothingIsHeard;
    }

    @Override
    public Answer ask(String box, Wish wish) throws FleetException {
        Answer answer = fleet.ask(box, wish);
        if (answer.kind() == Answer.Kind.DONE) {
            open.put(box, WishId.of(wish.release(), wish.attempt()));
        }
        asksAgain |= isKnown && answer.kind() == Answer.Kind.LATER;
        return answer;
    }

    @Override
    public Answer withdraw(String box, Wish wish) throws FleetException {
        open.remove(box);
        return fleet.withdraw(box, wish);
    }

    @Override
    public void expect(String box, Wish wish) {
        open.put(box, WishId.of(wish.release(), wish.attempt()));
        fleet.expect(box, wish);
    }

    @Override
    public List<Heard> hear(Duration wait) throws FleetException, InterruptedException {
        List<Heard> heard = fleet.hear(open.isEmpty() ? NOBODY_IS_AT_IT : wait);
        boolean awaited = asksAgain || !open.isEmpty();
        asksAgain = false;
        if (heard.isEmpty() && !awaited) {
            whenNothingIsHeard.run();
        }
        for (Heard one : heard) {
            if (one instanceof Heard.Said said && last.test(said.word())) {
                open.remove(said.word().box(), said.word().id()); // and not what it says once more of an earlier one
            }
        }
        return heard;
    }

    @Override
    public void confirm() throws FleetException {
        fleet.confirm();
    }

    @Override
    public void close() {
        fleet.close();
    }
}
