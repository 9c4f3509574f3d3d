package io.verge.perception.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How well names hold: each real road user is given the one track, and each track the one road user, that make most appearances agree. */
final class Identities {
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> together = new HashMap<>();
    private int real;
    private int shown;

    /** A real one appears under this id. */
    void pair(String truth, int id) {
        int row = rows.computeIfAbsent(truth, x -> rows.size());
        int column = columns.computeIfAbsent(id, x -> columns.size());
        together.computeIfAbsent(row, x -> new HashMap<>()).merge(column, 1, Integer::sum);
        real++;
        shown++;
    }

    /** A real one does not appear. */
    void missed() {
        real++;
    }

    /** Something appears that is not real. */
    void wrong() {
        shown++;
    }

    /** IDF1 (Ristani and others 2016), 0 to 1. */
    double f1() {
        Assignment names = new Assignment();
        names.begin(rows.size(), columns.size());
        together.forEach((row, counts) -> counts.forEach((column, count) -> names.add(row, column, count)));
        names.solve();
        int agreed = 0;
        for (int row = 0; row < rows.size(); row++) {
            agreed += Objects.requireNonNullElse(together.get(row), Map.<Integer, Integer>of())
                    .getOrDefault(names.columnOf(row), 0);
        }
        return 2.0 * agreed / (real + shown);
    }
}
