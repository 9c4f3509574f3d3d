package io.verge.authority.rollout.run;

import io.verge.authority.rollout.plan.Plan;
import io.verge.authority.rollout.plan.Policy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges a wave. Its failures count against all of its boxes, so that the first ones of a great wave do not stop it; what somebody has
 * said to go on in spite of counts no more.
 */
final class Gate {
    private static final int NAMED = 5;
    private static final double ALL = 100;

    private Gate() {}

    /**
     * Why the roll-out must stop; empty when it need not.
     *
     * @param step that goes on or has just ended
     * @param ended all its boxes have
     */
    static String stops(Policy policy, Plan plan, int step, Map<String, Progress> boxes, boolean ended) {
        Plan.Step current = plan.steps().get(step);
        List<String> wave = plan.boxes(current.wave()).stream()
                .filter(box -> !progress(boxes, box).known())
                .toList();
        Tally tally = Tally.of(wave.stream().map(box -> progress(boxes, box)).toList());
        String where = "wave " + (current.wave() + 1) + " (" + current.waveName() + "): ";
        if (tally.failures() > 0 && tally.failures() * ALL >= policy.errors() * wave.size()) {
            return where + tally.failures() + " of " + wave.size() + " boxes failed, " + number(policy.errors())
                    + " % stop it: " + named(wave, boxes);
        }
        int done = tally.count(BoxState.DONE);
        int judged = done + tally.failures();
        if (ended && done * ALL < policy.success() * judged) {
            return where + done + " of " + judged + " boxes took it, " + number(policy.success()) + " % are asked for: "
                    + named(wave, boxes);
        }
        return "";
    }

    private static String named(List<String> wave, Map<String, Progress> boxes) {
        List<String> failed = wave.stream()
                .filter(box -> progress(boxes, box).state().isFailure())
                .map(box -> box + " (" + progress(boxes, box).why() + ")")
                .toList();
        String more = failed.size() > NAMED ? " and " + (failed.size() - NAMED) + " more" : "";
        return failed.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
    }

    private static Progress progress(Map<String, Progress> boxes, String box) {
        Progress progress = boxes.get(box);
        if (progress == null) {
            throw new IllegalArgumentException(box + " is in the plan and not among the boxes");
        }
        return progress;
    }

    private static String number(double percent) {
        return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    }
}
