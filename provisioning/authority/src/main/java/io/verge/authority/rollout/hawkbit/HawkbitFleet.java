package io.verge.authority.rollout.hawkbit;

import io.verge.api.time.Clock;
import io.verge.authority.rollout.fleet.Answer;
import io.verge.authority.rollout.fleet.Fleet;
import io.verge.authority.rollout.fleet.FleetException;
import io.verge.authority.rollout.fleet.Heard;
import io.verge.authority.rollout.fleet.Wish;
import io.verge.authority.rollout.run.WishId;
import io.verge.authority.rollout.run.Word;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks boxes through a hawkBit server: an action for each box and attempt. What boxes say of it is kept there, so nothing is lost while the
 * tool is away. Each is looked at every 10 s, few at a time, since the server refuses whoever asks too often.
 */
final class HawkbitFleet implements Fleet {
    private record Attempt(String box, Wish wish) {}

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final int AT_ONCE = 25;

    private final Sets sets;
    private final Actions actions;
    private final boolean forced;
    private final Clock clock;
    private final Function<IOException, FleetException> lost;
    private final Map<Attempt, Watch> watches = new LinkedHashMap<>();

    /** @param lost what is to be thrown when the server cannot be spoken to */
    HawkbitFleet(Sets sets, Actions actions, boolean forced, Clock clock, Function<IOException, FleetException> lost) {
        this.sets = sets;
        this.actions = actions;
        this.forced = forced;
        this.clock = clock;
        this.lost = lost;
    }

    /** Listens to what a box says of an attempt; when it was never asked there is nothing to hear. */
    Watch watch(String box, Wish wish) {
        return watches.computeIfAbsent(new Attempt(box, wish), key -> new Watch(box, wish, clock.nanoTime()));
    }

    @Override
    public void expect(String box, Wish wish) {
        watch(box, wish).want(true);
    }

    @Override
    public Answer ask(String box, Wish wish) throws FleetException {
        DistributionSet set = made(wish);
        Watch watch = watch(box, wish);
        try {
            if (actions.find(watch.target(), set).isEmpty() && !actions.assign(watch.target(), set, forced)) {
                return Answer.never(
                        "hawkBit has it as assigned without an action: somebody did that; look at the target");
            }
            watch.want(true);
            return Answer.DONE;
        } catch (ManagementException e) {
            if (e.isFinal()) {
                return Answer.never(String.valueOf(e.getMessage()));
            }
            throw lost.apply(e);
        } catch (IOException e) {
            throw lost.apply(e);
        }
    }

    /** That it cannot be made is the fault of no box. */
    private DistributionSet made(Wish wish) throws FleetException {
        try {
            return sets.make(wish);
        } catch (IOException e) {
            throw lost.apply(e);
        }
    }

    @Override
    public Answer withdraw(String box, Wish wish) throws FleetException {
        Watch watch = watch(box, wish);
        watch.want(false);
        try {
            Optional<Long> action = locate(watch);
            if (action.isPresent()) {
                actions.cancel(watch.target(), action.get());
            }
            return Answer.DONE;
        } catch (ManagementException e) {
            if (e.isAbsent()) {
                return Answer.DONE;
            }
            throw lost.apply(e);
        } catch (IOException e) {
            throw lost.apply(e);
        }
    }

    @Override
    public List<Heard> hear(Duration wait) throws FleetException, InterruptedException {
        List<Heard> heard = new ArrayList<>();
        try {
            for (Watch watch : due()) {
                look(watch).ifPresent(heard::add);
            }
        } catch (IOException e) {
            // What was heard counts; the next call meets the trouble again.
            if (heard.isEmpty()) {
                throw lost.apply(e);
            }
        }
        if (heard.isEmpty()) {
            clock.sleep(wait);
        }
        return heard;
    }

    /** Those that have waited longest. */
    private List<Watch> due() {
        long now = clock.nanoTime();
        return watches.values().stream()
                .filter(watch -> watch.overdue(now) >= 0)
                .sorted(Comparator.comparingLong((Watch watch) -> watch.overdue(now))
                        .reversed())
                .limit(AT_ONCE)
                .toList();
    }

    private Optional<Heard> look(Watch watch) throws IOException {
        try {
            Optional<Long> action = locate(watch);
            if (action.isEmpty()) {
                return gone(watch);
            }
            Optional<History.Saying> saying =
                    actions.history(watch.target(), action.get()).last();
            watch.lookAgain(clock.nanoTime() + PERIOD.toNanos());
            return saying.flatMap(said -> hear(watch, said));
        } catch (ManagementException e) {
            if (e.isAbsent()) {
                return gone(watch);
            }
            throw e;
        }
    }

    private Optional<Heard> hear(Watch watch, History.Saying said) {
        Wish wish = watch.wish();
        String id = WishId.of(wish.release(), wish.attempt());
        Word word = new Word(watch.box(), id, wish.release(), said.phase(), said.why());
        if (said.phase().isOver()) {
            forget(watch);
        }
        return watch.isNews(word) ? Optional.of(new Heard.Said(word)) : Optional.empty();
    }

    private Optional<Heard> gone(Watch watch) {
        forget(watch);
        return watch.isWanted()
                ? Optional.of(new Heard.Overruled(
                        watch.box(), "hawkBit has no action for it any more: somebody took that or the target away"))
                : Optional.empty();
    }

    private void forget(Watch watch) {
        watches.remove(new Attempt(watch.box(), watch.wish()));
    }

    private Optional<Long> locate(Watch watch) throws IOException {
        Long known = watch.action();
        if (known != null) {
            return Optional.of(known);
        }
        Optional<DistributionSet> set = sets.find(watch.wish());
        if (set.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> action = actions.find(watch.target(), set.get());
        action.ifPresent(watch::found);
        return action;
    }

    /** hawkBit keeps what it was told. */
    @Override
    public void confirm() {}

    @Override
    public void close() {}
}
