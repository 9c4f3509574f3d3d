package io.verge.agent.cli;

import java.util.Locale;
import java.util.Optional;

/** Finds the name that was most likely meant. */
final class Nearest {
    private Nearest() {}

    /**
     * The valid name next to what was given: equal but for case, or spelt by its capitals ({@code BSM} for
     * {@code BasicSafetyMessage}), or with at most one slip in three letters.
     */
    static Optional<String> to(String given, Iterable<String> valid) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int best = Math.max(1, given.length() / 3) + 1;
        String nearest = null;
        for (String name : valid) {
            int distance = distance(wanted, given, name);
            if (distance < best) {
                best = distance;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int distance(String wanted, String given, String name) {
        if (name.equalsIgnoreCase(given)) {
            return -1;
        }
        if (given.length() > 1 && capitals(name).equalsIgnoreCase(given)) {
            return 0;
        }
        return slips(wanted, name.toLowerCase(Locale.ROOT));
    }

    private static String capitals(String name) {
        StringBuilder capitals = new StringBuilder();
        name.chars().filter(Character::isUpperCase).forEach(c -> capitals.append((char) c));
        return capitals.toString();
    }

    /** Letters left out, put in, mistaken, or swapped with their neighbour. */
    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
