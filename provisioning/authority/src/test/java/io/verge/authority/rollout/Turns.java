package io.verge.authority.rollout;

import io.verge.authority.rollout.fleet.Answer;
import io.verge.authority.rollout.fleet.Fleet;
import io.verge.authority.rollout.fleet.FleetException;
import io.verge.authority.rollout.fleet.Heard;
import io.verge.authority.rollout.fleet.Wish;
import java.time.Duration;
import java.util.List;

/** A way to boxes that do something whenever the tool listens, of a tool that dies when the way is lost. */
final class Turns implements Fleet {
    private final Fleet way;
    private final Runnable boxes;
    private final Runnable whenNothingIsHeard;

    /** The tool is no more. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Killed(FleetException cause) {
            super(cause);
        }
    }

    /** Opens a way, or dies. */
    static RolloutLoop.Way of(RolloutLoop.Way way, Runnable boxes, Runnable whenNothingIsHeard) {
        return run -> {
            try {
                return new Turns(way.open(run), boxes, whenNothingIsHeard);
            } catch (FleetException e) {
                throw new Killed(e);
            }
        };
    }

    private Turns(Fleet way, Runnable boxes, Runnable whenNothingIsHeard) {
        this.way = way;
        this.boxes = boxes;
        this.whenNothingIsHeard = whenNothingIsHeard;
    }

    @Override
    public Answer ask(String box, Wish wish) {
        try {
            return way.ask(box, wish);
        } catch (FleetException e) {
            throw new Killed(e);
        }
    }

    @Override
    public Answer withdraw(String box, Wish wish) {
        try {
            return way.withdraw(box, wish);
        } catch (FleetException e) {
            throw new Killed(e);
        }
    }

    @Override
    public void expect(String box, Wish wish) {
        way.expect(box, wish);
    }

    @Override
    public List<Heard> hear(Duration wait) throws InterruptedException {
        boxes.run();
        try {
            List<Heard> heard = way.hear(wait);
            if (heard.isEmpty()) {
                whenNothingIsHeard.run();
            }
            return heard;
        } catch (FleetException e) {
            throw new Killed(e);
        }
    }

    @Override
    public void confirm() {}

    @Override
    public void close() {
        way.close();
    }
}
