package io.verge.itests.cloud;

import io.verge.itests.cloud.History.Durable;
import io.verge.itests.cloud.History.Row;
import io.verge.itests.cloud.History.Run;
import io.verge.itests.cloud.History.Told;
import io.verge.itests.cloud.History.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds in a history what must never be. Pure. */
final class Judge {
    private final List<String> faults = new ArrayList<>();

    private Judge() {}

    /** All faults, in words; empty when the history is as it should be. */
    static List<String> judge(History history) {
        Judge judge = new Judge();
        judge.records(history);
        judge.reports(history);
        judge.commands(history);
        judge.wishes(history);
        return List.copyOf(judge.faults);
    }

    /** What was durable is there; nothing is there twice, not even under another sequence. */
    private void records(History history) {
        Map<Durable, Integer> rows = new HashMap<>();
        for (Row row : history.rows) {
            if (rows.merge(new Durable(row.box(), row.number()), 1, Integer::sum) == 2) {
                faults.add("record " + row.number() + " of " + row.box() + " is there twice, also as " + row);
            }
        }
        for (Durable durable : history.durable) {
            if (!rows.containsKey(durable)) {
                faults.add("record " + durable.number() + " of " + durable.box() + " was durable and is lost");
            }
        }
    }

    /**
     * A version of a report is told again after a lost connection, but never with another content; and in the order of versions, what is
     * applied does not go back.
     */
    private void reports(History history) {
        Map<String, TreeMap<Long, Told>> byBox = new HashMap<>();
        for (Told told : history.told) {
            Told before = byBox.computeIfAbsent(told.box(), box -> new TreeMap<>()).putIfAbsent(told.version(), told);
            if (before != null && !before.text().equals(told.text())) {
                faults.add("report " + told.version() + " of " + told.box() + " was told with two contents: "
                        + before.text() + " and " + told.text());
            }
        }
        byBox.forEach((box, reports) -> {
            long applied = 0;
            for (Told told : reports.values()) {
                if (told.applied() >= 0 && told.applied() < applied) {
                    faults.add("report " + told.version() + " of " + box + " goes back from version " + applied + " to "
                            + told.applied());
                }
                applied = Math.max(applied, told.applied());
            }
        });
    }

    private void commands(History history) {
        Set<Run> seen = new HashSet<>();
        for (Run run : history.runs) {
            if (!seen.add(run)) {
                faults.add("command " + run.command() + " ran twice on " + run.box());
            }
        }
    }

    /** In the end each box is as the cloud wanted it last. */
    private void wishes(History history) {
        Map<String, Long> wanted = new HashMap<>();
        for (Wish wish : history.wishes) {
            wanted.merge(wish.box(), wish.version(), Math::max);
        }
        Map<String, Long> applied = new HashMap<>();
        for (Told told : history.told) {
            applied.merge(told.box(), told.applied(), Math::max);
        }
        wanted.forEach((box, version) -> {
            long last = applied.getOrDefault(box, 0L);
            if (last != version) {
                faults.add("version " + version + " was wanted of " + box + ", and it has " + last);
            }
        });
    }
}
