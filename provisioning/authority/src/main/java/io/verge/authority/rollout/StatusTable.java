package io.verge.authority.rollout;

import io.verge.authority.rollout.plan.Plan;
import io.verge.authority.rollout.run.BoxState;
import io.verge.authority.rollout.run.Progress;
import io.verge.authority.rollout.run.RolloutState;
import io.verge.authority.rollout.run.Run;
import io.verge.authority.rollout.run.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A roll-out in lines for people. */
public final class StatusTable {
    private static final int NOTES = 5;

    private StatusTable() {}

    /** How it is: in one sentence, each step, boxes that are not well, and what happened last. */
    public static List<String> of(Run run, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(sentence(run, now));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%-10s %4s %6s %6s %6s %6s %6s",
                "WAVE",
                "STEP",
                "BOXES",
                "DONE",
                "FAILED",
                "OPEN",
                "LEFT"));
        for (int number = 0; number < run.plan().steps().size(); number++) {
            lines.add(step(run, number));
        }
        boxes(run, lines);
        if (!run.history().isEmpty()) {
            lines.add("");
            run.history().stream()
                    .skip(Math.max(0, run.history().size() - NOTES))
                    .forEach(note -> lines.add(note.time() + " " + note.text()));
        }
        return lines;
    }

    private static String sentence(Run run, Instant now) {
        Tally all = run.tally(List.copyOf(run.boxes().keySet()));
        String text = "release " + run.release() + " is " + run.state().label() + ": " + all.count(BoxState.DONE)
                + " of " + all.boxes() + " boxes run it";
        Instant ended = run.ended();
        if (!run.why().isEmpty()) {
            return text + "; " + run.why();
        }
        if (run.state() == RolloutState.RUNNING && ended != null) {
            Duration left = Duration.between(now, ended.plus(run.current().pause()));
            return text + "; the next step is due in " + Math.max(0, left.toMinutes()) + " min";
        }
        return text;
    }

    private static String step(Run run, int number) {
        Plan.Step step = run.plan().steps().get(number);
        Tally tally = run.tally(step.boxes());
        return String.format(
                Locale.ROOT,
                "%-10s %4d %6d %6d %6d %6d %6d%s",
                step.waveName(),
                number + 1,
                tally.boxes(),
                tally.count(BoxState.DONE),
                tally.failures(),
                tally.count(BoxState.ASKED) + tally.count(BoxState.WORKING),
                tally.count(BoxState.LEFT),
                number == run.step() ? "  <" : "");
    }

    private static void boxes(Run run, List<String> lines) {
        List<String> open = new ArrayList<>();
        run.boxes().forEach((name, box) -> {
            if (box.state().isOpen() || box.state().isFailure()) {
                open.add(String.format(
                        Locale.ROOT, "%-32s %-8s %-10s %s", name, box.state().label(), box.phase(), why(box)));
            }
        });
        if (!open.isEmpty()) {
            lines.add("");
            lines.add(String.format(Locale.ROOT, "%-32s %-8s %-10s %s", "BOX", "STATE", "PHASE", "WHY"));
            lines.addAll(open);
        }
    }

    private static String why(Progress box) {
        return box.known() ? box.why() + " (known)" : box.why();
    }
}
