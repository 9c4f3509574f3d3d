package io.verge.authority.rollout;

import io.verge.authority.rollout.fleet.Answer;
import io.verge.authority.rollout.fleet.Fleet;
import io.verge.authority.rollout.fleet.FleetException;
import io.verge.authority.rollout.fleet.Heard;
import io.verge.authority.rollout.fleet.Heard.Overruled;
import io.verge.authority.rollout.fleet.Heard.Said;
import io.verge.authority.rollout.fleet.Wish;
import io.verge.authority.rollout.run.Note;
import io.verge.authority.rollout.run.Progress;
import io.verge.authority.rollout.run.Run;
import io.verge.authority.rollout.run.RunFile;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does what a roll-out says is to be done. In each turn: what people want, what time has brought, taking back, asking, hearing; each
 * written down before what follows. It may be killed anywhere: {@link Run} says what the next one does. One thread.
 */
public final class RolloutLoop {
    /** Opens a way to the boxes. */
    @FunctionalInterface
    public interface Way {
        Fleet open(Run run) throws FleetException, InterruptedException;
    }

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration BACK_OFF = Duration.ofSeconds(5);

    private final RunFile file;
    private final Way way;
    private final InstantSource clock;
    private final Consumer<String> out;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Run run;
    private @Nullable Note said;

    /**
     * Goes on with what is in the file.
     *
     * @param out lines for people
     * @throws IOException when it cannot be read
     */
    public RolloutLoop(RunFile file, Way way, InstantSource clock, Consumer<String> out) throws IOException {
        this.file = file;
        this.way = way;
        this.clock = clock;
        this.out = out;
        run = file.read();
        said = last();
    }

    /** Makes {@link #run} return soon. Any thread. */
    public void stop() {
        stopped.countDown();
    }

    /**
     * Goes on until nothing is to be done, or it is stopped. A broker that is away is tried again for ever.
     *
     * @return how it is then
     * @throws IOException when the file cannot be written: nothing is asked that could not be written down
     */
    public Run run() throws IOException, InterruptedException {
        obey();
        while (!over()) {
            try (Fleet fleet = way.open(run)) {
                expect(fleet);
                while (!over()) {
                    turn(fleet);
                }
            } catch (FleetException e) {
                out.accept("the boxes cannot be reached: " + e.getMessage());
                obey();
                if (stopped.await(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS)) {
                    return run;
                }
            }
        }
        return run;
    }

    private boolean over() {
        return stopped.getCount() == 0 || run.rests();
    }

    private void expect(Fleet fleet) {
        run.boxes().forEach((name, box) -> {
            if (box.state().isOpen()) {
                fleet.expect(name, wish(box));
            }
        });
    }

    private void turn(Fleet fleet) throws IOException, InterruptedException {
        obey();
        keep(run.tick(clock.instant()));
        takeBack(fleet);
        ask(fleet);
        List<Heard> heard = fleet.hear(WAIT);
        Run next = run;
        for (Heard one : heard) {
            next = heard(next, one);
        }
        keep(next);
        fleet.confirm();
    }

    private void obey() throws IOException {
        run = file.obey(run, clock.instant());
        say();
    }

    private void takeBack(Fleet fleet) throws IOException {
        for (String box : run.toWithdraw()) {
            Answer answer = fleet.withdraw(box, wish(run.box(box)));
            if (answer.kind() != Answer.Kind.LATER) {
                keep(run.withdrawn(box));
            }
        }
    }

    private void ask(Fleet fleet) throws IOException {
        List<String> due = run.due(clock.instant());
        keep(run.asking(due, clock.instant()));
        for (String box : due) {
            // One that cannot be asked may have stopped all.
            if (run.due(clock.instant()).isEmpty()) {
                return;
            }
            Answer answer = fleet.ask(box, wish(run.box(box)));
            switch (answer.kind()) {
                case DONE -> keep(run.asked(box, clock.instant()));
                case NEVER -> keep(run.refused(box, answer.why(), clock.instant()));
                case LATER -> {}
            }
        }
    }

    private Run heard(Run before, Heard one) {
        if (one instanceof Said said) {
            return before.told(said.word(), clock.instant());
        }
        Overruled overruled = (Overruled) one;
        return before.refused(overruled.box(), overruled.why(), clock.instant());
    }

    private Wish wish(Progress box) {
        return new Wish(run.release(), box.attempt());
    }

    private void keep(Run next) throws IOException {
        if (!next.equals(run)) {
            file.write(next);
            run = next;
            say();
        }
    }

    /** What has happened since. */
    private void say() {
        List<Note> history = run.history();
        List<Note> fresh = history.subList(said == null ? 0 : history.lastIndexOf(said) + 1, history.size());
        fresh.forEach(note -> out.accept(note.time() + " " + note.text()));
        said = last();
    }

    private @Nullable Note last() {
        List<Note> history = run.history();
        return history.isEmpty() ? null : history.get(history.size() - 1);
    }
}
