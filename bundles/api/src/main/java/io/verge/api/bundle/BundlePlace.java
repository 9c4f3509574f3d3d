package io.verge.api.bundle;

/**
 * What the location of a bundle in the framework says of it. All others are bundles that are simply there.
 *
 * <p>Between who installs bundles (the launcher, the updater) and who configures them: it is known from the first moment of a
 * bundle on, and stays the same after a restart, which neither an id nor a version does.
 */
public final class BundlePlace {
    private static final String TRIAL = "trial:";
    private static final String BESIDE = "beside:";

    private BundlePlace() {}

    /** Of a bundle that is only there to see whether it resolves. It is nobody's, and gone soon. */
    public static String trial(String name, String version) {
        return TRIAL + name + "@" + version;
    }

    /** Of a version that is there beside the one that all devices have. It is for pinned devices alone. */
    public static String beside(String name, String version) {
        return BESIDE + name + "@" + version;
    }

    /** Whether it is a {@link #trial}. */
    public static boolean isTrial(String location) {
        return location.startsWith(TRIAL);
    }

    /** Whether it is a version {@link #beside} another. */
    public static boolean isBeside(String location) {
        return location.startsWith(BESIDE);
    }
}
