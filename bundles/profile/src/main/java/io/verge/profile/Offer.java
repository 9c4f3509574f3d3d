package io.verge.profile;

/**
 * A component as one bundle offers it.
 *
 * @param version of the bundle, such as {@code 0.1.0}; empty when it is not known
 * @param place the location of the bundle in the framework; empty when it is in none
 * @param beside whether the bundle is there for the devices alone that are pinned to its version
 */
public record Offer(ComponentType type, String version, String place, boolean beside) {
    private static final String ZERO = ".0";

    /** Of a bundle that is the only one to offer it. */
    public static Offer of(ComponentType type) {
        return new Offer(type, "", "", false);
    }

    /** Whether it is of this version; {@code 1.2} is {@code 1.2.0}. */
    public boolean is(String wanted) {
        return !version.isEmpty() && full(version).equals(full(wanted));
    }

    /** With the parts that OSGi supplies when they are left out. */
    private static String full(String version) {
        long dots = version.chars().filter(c -> c == '.').count();
        return version + (dots == 0 ? ZERO + ZERO : dots == 1 ? ZERO : "");
    }
}
