package io.verge.profile.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names in a profile, and what was meant by a wrong one. */
final class Names {
    /** How devices, boxes and tenants may be called. */
    static final String RULE = "[a-z0-9-]{1,40}";

    /** The rule as a whole name must match it. */
    static final String ANCHORED_RULE = "^" + RULE + "$";

    /** The rule for people. */
    static final String RULE_IN_WORDS = "a name of 1 to 40 lower-case letters, digits and hyphens";

    private static final Pattern NAME = Pattern.compile(RULE);
    private static final int FARTHEST = 3;
    private static final int LONGEST = 64;

    private Names() {}

    static boolean valid(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The known name that was most likely meant: one with few errors of typing, more of them in a longer name, or one that
     * ends with the wrong name behind a dot.
     */
    static Optional<String> nearest(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = wrong.toLowerCase(Locale.ROOT);
        int farthest = lower.length() < 3 ? lower.length() / 2 : Math.min(FARTHEST, lower.length() / 3);
        int least = farthest + 1;
        String nearest = null;
        for (String name : known) {
            int distance = distance(lower, name.toLowerCase(Locale.ROOT), least);
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        if (nearest == null) {
            return known.stream().filter(name -> name.endsWith("." + wrong)).findFirst();
        }
        return Optional.of(nearest);
    }

    /**
     * How many letters must be added, left out, replaced or swapped with their neighbour to make one of the other (optimal
     * string alignment); at least {@code enough} when it is not less.
     */
    static int distance(String a, String b, int enough) {
        if (Math.abs(a.length() - b.length()) >= enough) {
            return enough;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
