package io.verge.authority.rollout;

import io.verge.authority.rollout.SimulatedBox.Habit;
import io.verge.authority.rollout.hawkbit.FakeHawkbit;
import io.verge.authority.rollout.hawkbit.FakeTargets;
import io.verge.authority.rollout.hawkbit.FakeTargets.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Boxes that ask a hawkBit what it wants whenever the test says so. Some never come. */
final class HawkbitBoxes {
    private final FakeHawkbit hawkbit;
    private final Street street;
    private final Map<String, Habit> habits;
    private final Set<String> away = new HashSet<>();

    /** @param habits by name; of the others they are fine */
    HawkbitBoxes(FakeHawkbit hawkbit, City city, Map<String, Habit> habits) {
        this.hawkbit = hawkbit;
        this.habits = habits;
        street = new Street(city.boxes());
        List<String> targets = city.names().stream().map(HawkbitBoxes::target).toList();
        hawkbit.targets(all -> all.add(targets));
    }

    /** hawkBit's name of a box. */
    static String target(String box) {
        return box.substring(box.indexOf('/') + 1);
    }

    Street street() {
        return street;
    }

    void goesAway(String box) {
        away.add(box);
    }

    void comesBack(String box) {
        away.remove(box);
    }

    /** Each that is not away comes once. */
    void turn() {
        street.known().forEach(box -> hawkbit.targets(targets -> turn(targets, box)));
    }

    private void turn(FakeTargets targets, String box) {
        List<Action> actions = targets.of(target(box));
        for (int attempt = 1; attempt <= actions.size() && !away.contains(box); attempt++) {
            Action action = actions.get(attempt - 1);
            if (action.isOpen()) {
                answer(box, action, attempt > 1 ? Habit.FINE : habits.getOrDefault(box, Habit.FINE));
                break; // one after the other, as hawkBit offers them
            }
        }
    }

    private void answer(String box, Action action, Habit habit) {
        if (action.isCanceling()) {
            action.say("canceled", "nothing was changed");
            street.leaves(box);
        } else if (!action.has("retrieved")) {
            street.begins(box);
            action.say("retrieved", "Update Server: Target retrieved update action");
        } else if (habit == Habit.FINE) {
            street.ends(box, habit);
            action.say("finished", "committed");
        } else if (habit == Habit.FAILS) {
            street.ends(box, habit);
            action.say("error", "failed: the radar was silent", "look at its cable");
        } else {
            away.add(box);
        }
    }
}
