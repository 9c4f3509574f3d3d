package io.verge.profile.internal;

import io.verge.profile.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one profile. Keeps so many that a person will correct at once; counts the rest. */
public final class Problems {
    private static final int MOST = 200;

    private final List<Problem> kept = new ArrayList<>();
    private int count;

    void add(int line, String key, String message) {
        count++;
        if (kept.size() < MOST) {
            kept.add(new Problem(line, key, message));
        }
    }

    /** How many there were, kept or not. */
    int count() {
        return count;
    }

    /** In order of line, and in order of discovery within a line. */
    public List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparingInt(Problem::line));
        if (count > kept.size()) {
            sorted.add(new Problem(0, "", (count - kept.size()) + " more problems were found; correct these first"));
        }
        return sorted;
    }
}
