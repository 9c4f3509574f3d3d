package io.verge.authority.rollout;

import io.verge.api.update.Phase;
import io.verge.authority.rollout.SimulatedBox.Habit;
import io.verge.testkit.ManualClock;
import io.verge.testkit.update.DummyUpdates;
import io.verge.testkit.update.RealHawkbit;
import io.verge.transfer.hawkbit.HawkbitClient;
import io.verge.transfer.hawkbit.HawkbitSettings;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpSettings;
import io.verge.update.internal.hawkbit.HawkbitLink;
import io.verge.update.internal.hawkbit.HawkbitRules;
import io.verge.update.internal.hawkbit.Offers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A box at a real hawkBit: all that the agent has for it, on updates that change nothing. */
final class DdiBox {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final String name;
    private final Habit habit;
    private final Street street;
    private final DummyUpdates updates = new DummyUpdates();
    private final HawkbitLink link;
    private final Deque<Phase> ahead = new ArrayDeque<>();
    private boolean away;

    /** @param name with its tenant; hawkBit gets to know it */
    DdiBox(RealHawkbit hawkbit, String name, Habit habit, Street street, ManualClock clock) throws Exception {
        this.name = name;
        this.habit = habit;
        this.street = street;
        String target = HawkbitBoxes.target(name);
        hawkbit.box(target, TOKEN);
        HawkbitSettings settings = new HawkbitSettings(hawkbit.uri(), "DEFAULT", target);
        Http http = new Http(HttpSettings.DEFAULT.with(settings.targetToken(TOKEN)), clock);
        HawkbitRules rules = new HawkbitRules("verge", false, Map.of("model", "x86"));
        link = new HawkbitLink(new HawkbitClient(http, settings, new Random(1)), updates, rules, new Offers(), clock);
        updates.listen(link);
    }

    void isAway(boolean now) {
        away = now;
    }

    /** Asks what is wanted and comes one phase further, unless it is away. */
    void turn() {
        if (away) {
            return;
        }
        boolean idle = isIdle();
        link.wake();
        link.tick();
        if (idle && !isIdle()) {
            street.begins(name);
            ahead.addAll(way());
        }
        if (isIdle()) {
            ahead.clear();
            street.leaves(name);
        } else if (!ahead.isEmpty()) {
            step(ahead.remove());
        } else {
            away = true;
        }
        link.tick();
    }

    private boolean isIdle() {
        return updates.report().now() == null;
    }

    /** What failed once goes well when it is tried again. */
    private List<Phase> way() {
        Habit now = updates.history().isEmpty() ? habit : Habit.FINE;
        return switch (now) {
            case FINE -> List.of(Phase.DOWNLOAD, Phase.STAGED, Phase.SWITCH, Phase.PROBATION, Phase.COMMITTED);
            case FAILS -> List.of(Phase.SWITCH, Phase.ROLLBACK, Phase.FAILED);
            case SILENT -> List.of(Phase.DOWNLOAD);
        };
    }

    private void step(Phase phase) {
        switch (phase) {
            case DOWNLOAD -> updates.download(3, 12);
            case FAILED -> updates.walk(phase, "the radar was silent", "look at its cable");
            default -> updates.walk(phase);
        }
        if (phase.isOver()) {
            street.leaves(name);
        }
    }
}
