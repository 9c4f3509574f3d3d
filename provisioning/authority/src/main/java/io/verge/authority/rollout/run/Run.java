package io.verge.authority.rollout.run;

import io.verge.api.update.Phase;
import io.verge.authority.rollout.plan.Plan;
import io.verge.authority.rollout.plan.Policy;
import io.verge.authority.rollout.plan.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A roll-out: what has happened, from which follows what is to be done: {@link #toWithdraw} first, then {@link #due}. What is asked is
 * told by {@link #asking} before it and by {@link #asked} behind it; who dies between the two asks the same again, which changes nothing,
 * or takes back what may have been asked. Immutable.
 *
 * @param release that every box shall run
 * @param firstAttempt number of the first wish of this roll-out for this release
 * @param boxes by name
 * @param since when it came into this state
 * @param why it is stopped; empty otherwise
 * @param step that goes on, index into the plan
 * @param ended when the last box of that step had ended; null before
 * @param history what happened, the newest last, bounded
 */
public record Run(
        String release,
        int firstAttempt,
        Policy policy,
        Plan plan,
        Map<String, Progress> boxes,
        RolloutState state,
        Instant since,
        String why,
        int step,
        @Nullable Instant ended,
        List<Note> history) {
    private static final int REMEMBERED = 200;

    public Run {
        boxes = Collections.unmodifiableMap(new LinkedHashMap<>(boxes));
        history = List.copyOf(history);
        if (step < 0 || step >= plan.steps().size()) {
            throw new IllegalArgumentException("step: the plan has none of number " + step);
        }
    }

    /** One of which nothing has been done. */
    public static Run planned(String release, int attempt, Policy policy, Plan plan, Instant now) {
        Map<String, Progress> boxes = new LinkedHashMap<>();
        plan.steps().forEach(step -> step.boxes().forEach(box -> boxes.put(box, Progress.planned(attempt, now))));
        return new Run(release, attempt, policy, plan, boxes, RolloutState.RUNNING, now, "", 0, null, List.of());
    }

    /** How it is with one box. */
    public Progress box(String name) {
        return Objects.requireNonNull(boxes.get(name), () -> name + " is not in this roll-out");
    }

    /** The step that goes on, or the last. */
    public Plan.Step current() {
        return plan.steps().get(step);
    }

    /** How it is with some boxes. */
    public Tally tally(List<String> names) {
        return Tally.of(names.stream().map(this::box).toList());
    }

    /** Boxes that are to be asked now. None while something has to be taken back: a silent box may be the neighbour of one of these. */
    public List<String> due(Instant now) {
        Window window = policy.window();
        if (state != RolloutState.RUNNING || !toWithdraw().isEmpty() || (window != null && !window.contains(now))) {
            return List.of();
        }
        return current().boxes().stream()
                .filter(name -> box(name).state() == BoxState.PLANNED)
                .toList();
    }

    /** Boxes from which the wish is to be taken back now. */
    public List<String> toWithdraw() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().withdraw())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether nothing is to be done and nothing waited for until somebody says something. */
    public boolean rests() {
        return state != RolloutState.RUNNING
                && state != RolloutState.PAUSED
                && boxes.values().stream().noneMatch(box -> box.state().isOpen() || box.withdraw());
    }

    /** Boxes are asked next. */
    public Run asking(List<String> names, Instant now) {
        Run run = this;
        for (String name : names) {
            if (box(name).state() == BoxState.PLANNED) {
                run = run.with(name, box(name).asking(now));
            }
        }
        return run;
    }

    /** A box has been asked. */
    public Run asked(String name, Instant now) {
        return box(name).state() == BoxState.PLANNED ? with(name, box(name).asked(now)) : this;
    }

    /** A box cannot be asked, or what it was asked has been overruled. */
    public Run refused(String name, String reason, Instant now) {
        BoxState present = box(name).state();
        return present == BoxState.PLANNED || present.isOpen()
                ? fail(name, "", reason, now).judge(now)
                : this;
    }

    /** A wish has been taken back, or there was none. */
    public Run withdrawn(String name) {
        return box(name).withdraw() ? with(name, box(name).withdrawn()) : this;
    }

    /** A box says something; anything else than what was asked is passed over. */
    public Run told(Word word, Instant now) {
        Progress box = boxes.get(word.box());
        int attempt = word.release().equals(release) ? WishId.attempt(word.id(), release) : 0;
        if (box == null || attempt < firstAttempt || attempt > box.attempt()) {
            return this;
        }
        String phase = word.phase().label();
        if (word.phase() == Phase.COMMITTED) {
            return committed(word.box(), box, phase, now);
        }
        if (attempt < box.attempt() || !box.state().isOpen()) {
            return this;
        }
        if (word.phase().isOver()) {
            return fail(word.box(), phase, phase + (word.why().isEmpty() ? "" : ": " + word.why()), now)
                    .judge(now);
        }
        Progress next = box.to(BoxState.WORKING, phase, word.why(), now);
        return next.equals(box) ? this : with(word.box(), next);
    }

    private Run committed(String name, Progress box, String phase, Instant now) {
        if (box.state() == BoxState.DONE || box.phase().equals(phase)) {
            return this;
        }
        if (box.state().isFailure()) {
            String late = box.why() + "; committed later";
            return with(name, box.to(box.state(), phase, late, now))
                    .note(name + " has committed, too late to count", now);
        }
        return with(name, box.done(phase, now)).judge(now);
    }

    /** Time has gone on. */
    public Run tick(Instant now) {
        Run run = this;
        for (Map.Entry<String, Progress> entry : boxes.entrySet()) {
            Instant asked = entry.getValue().asked();
            if (entry.getValue().state().isOpen() && asked != null && now.isAfter(asked.plus(policy.deadline()))) {
                run = run.silence(entry.getKey(), now);
            }
        }
        return run.judge(now);
    }

    private Run silence(String name, Instant now) {
        String last = box(name).phase();
        String reason = "silent for " + text(policy.deadline()) + (last.isEmpty() ? "" : ", last heard in " + last);
        return with(name, box(name).silent(reason, now)).note(name + ": " + reason, now);
    }

    private Run fail(String name, String phase, String reason, Instant now) {
        return with(name, box(name).to(BoxState.FAILED, phase, reason, now)).note(name + ": " + reason, now);
    }

    /** Nobody else is asked until it is resumed. */
    public Run pause(String by, Instant now) {
        return state == RolloutState.RUNNING ? to(RolloutState.PAUSED, "", now).note("paused by " + by, now) : this;
    }

    /** Goes on, in spite of the failures so far. */
    public Run resume(String by, Instant now) {
        if (state != RolloutState.PAUSED && state != RolloutState.STOPPED) {
            return this;
        }
        Run run = state == RolloutState.STOPPED ? each(box -> box.state().isFailure() ? box.accepted() : box) : this;
        return run.to(RolloutState.RUNNING, "", now)
                .note("resumed by " + by, now)
                .judge(now);
    }

    /**
     * Asks those that failed or were silent again, and goes on.
     *
     * @throws IllegalStateException while boxes are at it: the neighbours of these may be among those that are tried again
     */
    public Run retry(String by, Instant now) {
        if (state == RolloutState.CANCELLED) {
            throw new IllegalStateException("the roll-out is cancelled; plan another one");
        }
        if (boxes.values().stream().anyMatch(box -> box.state().isOpen())) {
            throw new IllegalStateException("boxes are still at it; retry when none is open any more");
        }
        Run run = each(box -> box.state().isFailure() ? box.again(now) : box);
        int first = 0;
        while (first < plan.steps().size() - 1 && run.isOver(first)) {
            first++;
        }
        Run back = new Run(
                release, firstAttempt, policy, plan, run.boxes, RolloutState.RUNNING, now, "", first, null, history);
        return back.note("failed ones tried again by " + by, now).judge(now);
    }

    /** Takes back what has not changed anything yet, and asks nobody any more. */
    public Run cancel(String by, Instant now) {
        if (state == RolloutState.FINISHED || state == RolloutState.CANCELLED) {
            return this;
        }
        Run run = each(
                box -> box.state() == BoxState.PLANNED || box.isHarmless() ? box.takenBack(BoxState.LEFT, now) : box);
        return run.to(RolloutState.CANCELLED, "", now).note("cancelled by " + by, now);
    }

    /** Somebody wanted something that cannot be done now. */
    Run refusedOrder(String reason, Instant now) {
        return note("not done: " + reason, now);
    }

    private Run judge(Instant now) {
        return switch (state) {
            case STOPPED, FINISHED, CANCELLED -> this;
            case PAUSED, RUNNING -> {
                String reason = Gate.stops(policy, plan, step, boxes, isOver(step));
                yield reason.isEmpty() ? goOn(now) : stop(reason, now);
            }
        };
    }

    private Run stop(String reason, Instant now) {
        Run run = each(box -> box.isHarmless() ? box.takenBack(BoxState.PLANNED, now) : box);
        return run.to(RolloutState.STOPPED, reason, now).note("stopped: " + reason, now);
    }

    private Run goOn(Instant now) {
        if (state != RolloutState.RUNNING || !isOver(step)) {
            return this;
        }
        if (step == plan.steps().size() - 1) {
            return to(RolloutState.FINISHED, "", now).note("finished", now);
        }
        if (ended == null) {
            return at(step, now).goOn(now);
        }
        if (now.isBefore(ended.plus(current().pause()))) {
            return this;
        }
        int next = step + 1;
        while (next < plan.steps().size() - 1 && isOver(next)) {
            next++;
        }
        Plan.Step to = plan.steps().get(next);
        return at(next, null)
                .note("wave " + (to.wave() + 1) + " (" + to.waveName() + "), step " + (next + 1), now)
                .judge(now);
    }

    private boolean isOver(int number) {
        return plan.steps().get(number).boxes().stream()
                .allMatch(name -> box(name).state().isOver());
    }

    private Run with(String name, Progress progress) {
        Map<String, Progress> changed = new LinkedHashMap<>(boxes);
        changed.put(name, progress);
        return new Run(release, firstAttempt, policy, plan, changed, state, since, why, step, ended, history);
    }

    private Run each(UnaryOperator<Progress> change) {
        Map<String, Progress> changed = new LinkedHashMap<>();
        boxes.forEach((name, box) -> changed.put(name, change.apply(box)));
        return new Run(release, firstAttempt, policy, plan, changed, state, since, why, step, ended, history);
    }

    private Run to(RolloutState next, String reason, Instant now) {
        return new Run(release, firstAttempt, policy, plan, boxes, next, now, reason, step, ended, history);
    }

    private Run at(int number, @Nullable Instant end) {
        return new Run(release, firstAttempt, policy, plan, boxes, state, since, why, number, end, history);
    }

    private Run note(String text, Instant now) {
        List<Note> notes =
                new ArrayList<>(history.subList(Math.max(0, history.size() - REMEMBERED + 1), history.size()));
        notes.add(new Note(now, text));
        return new Run(release, firstAttempt, policy, plan, boxes, state, since, why, step, ended, notes);
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
