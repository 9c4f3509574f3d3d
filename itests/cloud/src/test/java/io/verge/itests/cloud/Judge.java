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
import java.util.NavigableMap;
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
        Map<String, NavigableMap<Long, Map<String, Object>>> told = judge.documents(history);
        judge.reports(told);
        judge.commands(history);
        judge.wishes(history, told);
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
     * A version of a report is told again after a lost connection, as a patch or in full, but it is always the same document; and in the order
     * of versions, what is applied does not go back.
     */
    private void reports(Map<String, NavigableMap<Long, Map<String, Object>>> told) {
        told.forEach((box, versions) -> {
            long applied = 0;
            for (Map.Entry<Long, Map<String, Object>> version : versions.entrySet()) {
                long now = applied(version.getValue());
                if (now < applied) {
                    faults.add("report " + version.getKey() + " of " + box + " goes back from version " + applied
                            + " to " + now);
                }
                applied = Math.max(applied, now);
            }
        });
    }

    /** Of each box the documents that a consumer could make of what it was told; a patch without its base is passed over, as a consumer does. */
    private Map<String, NavigableMap<Long, Map<String, Object>>> documents(History history) {
        Map<String, NavigableMap<Long, Map<String, Object>>> boxes = new TreeMap<>();
        for (Told told : history.told) {
            NavigableMap<Long, Map<String, Object>> versions =
                    boxes.computeIfAbsent(told.box(), box -> new TreeMap<>());
            Map<String, Object> base = told.full() || told.base() == 0 ? Map.of() : versions.get(told.base());
            if (base != null) {
                Map<String, Object> document = merge(base, told.patch());
                Map<String, Object> before = versions.putIfAbsent(told.version(), document);
                if (before != null && !before.equals(document)) {
                    faults.add("report " + told.version() + " of " + told.box() + " was told with two contents: "
                            + before + " and " + document);
                }
            }
        }
        return boxes;
    }

    private static long applied(Map<String, Object> document) {
        return document.get("applied") instanceof Number number ? number.longValue() : 0;
    }

    private static Map<String, Object> merge(Map<?, ?> base, Map<?, ?> patch) {
        Map<String, Object> merged = new TreeMap<>();
        base.forEach((key, value) -> merged.put(String.valueOf(key), value));
        patch.forEach((key, value) -> {
            if (value == null) {
                merged.remove(String.valueOf(key));
            } else if (value instanceof Map<?, ?> below) {
                Object old = merged.get(String.valueOf(key));
                merged.put(String.valueOf(key), merge(old instanceof Map<?, ?> map ? map : Map.of(), below));
            } else {
                merged.put(String.valueOf(key), value);
            }
        });
        return merged;
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
    private void wishes(History history, Map<String, NavigableMap<Long, Map<String, Object>>> told) {
        Map<String, Long> wanted = new HashMap<>();
        for (Wish wish : history.wishes) {
            wanted.merge(wish.box(), wish.version(), Math::max);
        }
        wanted.forEach((box, version) -> {
            NavigableMap<Long, Map<String, Object>> versions = told.getOrDefault(box, new TreeMap<>());
            long last = versions.isEmpty() ? 0 : applied(versions.lastEntry().getValue());
            if (last != version) {
                faults.add("version " + version + " was wanted of " + box + ", and it has " + last);
            }
        });
    }
}
