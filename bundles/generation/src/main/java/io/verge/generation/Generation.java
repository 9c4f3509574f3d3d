package io.verge.generation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An immutable set of bundles. Each takes the place of the shipped one of its name, or is added to them; generation 0 is what was
 * shipped, as it is.
 *
 * @param number from 0; never given twice on a box
 * @param release its name, such as {@code 2026.12.1}; empty for generation 0
 * @param made when it was made on this box
 * @param why for people: what it was made for; one line
 * @param bundles none twice
 */
public record Generation(int number, String release, Instant made, String why, List<SetBundle> bundles) {
    private static final Pattern RELEASE = Pattern.compile("[a-z0-9.-]{0,100}");
    private static final int MOST_BUNDLES = 1_000;
    private static final int LONGEST_WHY = 500;

    /** What the installation folder holds. */
    public static final Generation SHIPPED = new Generation(0, "", Instant.EPOCH, "as shipped", List.of());

    /** @throws IllegalArgumentException when something is not as described; it says what */
    public Generation {
        bundles = List.copyOf(bundles);
        must(number >= 0, "the number is negative");
        must(RELEASE.matcher(release).matches(), "not the name of a release: " + release);
        must(why.length() <= LONGEST_WHY && why.indexOf('\n') < 0, "not a line of at most 500 characters: why");
        must(bundles.size() <= MOST_BUNDLES, "more than " + MOST_BUNDLES + " bundles");
        Set<String> names = new HashSet<>();
        bundles.forEach(bundle -> must(names.add(bundle.name()), bundle.name() + " is there twice"));
    }

    private static void must(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }

    public boolean isShipped() {
        return number == 0;
    }

    /** Octets of its bundles, without the shipped ones. */
    public long size() {
        return bundles.stream().mapToLong(SetBundle::length).sum();
    }

    /** For people: {@code generation 7 (release 2026.12.1)}. */
    public String title() {
        return isShipped() ? "the shipped set" : "generation " + number + " (release " + release + ")";
    }
}
