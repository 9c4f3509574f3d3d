package io.verge.site.internal;

import io.verge.site.MapProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with a map, so that all of it is told at once. Keeps the first hundred and counts the rest. */
public final class Problems {
    private static final int MAX = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final List<MapProblem> found = new ArrayList<>();
    private int more;

    /**
     * Adds one.
     *
     * @param line 0 when it concerns the whole file
     * @param feature empty when it concerns none
     */
    public void add(int line, String feature, String text) {
        if (found.size() < MAX - 1) {
            found.add(new MapProblem(line, printable(feature), printable(text)));
        } else {
            more++;
        }
    }

    /** What a file holds may go to a terminal, which obeys control characters. */
    private static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    /** Whether nothing is wrong so far. */
    public boolean none() {
        return found.isEmpty();
    }

    /** All of them, by line; the last says how many were left off, when some were. */
    public List<MapProblem> list() {
        List<MapProblem> list = new ArrayList<>(found);
        list.sort(Comparator.comparingInt(MapProblem::line));
        if (more > 0) {
            list.add(new MapProblem(0, "", "and " + more + " more"));
        }
        return list;
    }
}
