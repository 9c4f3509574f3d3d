package io.verge.authority.rollout.run;

import java.util.regex.Pattern;

/** How a box calls what its twin wishes: {@code desired-RELEASE}, and {@code desired-RELEASE-ATTEMPT} from the second attempt on. */
public final class WishId {
    private static final String PREFIX = "desired-";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private WishId() {}

    /** The name of a wish. */
    public static String of(String release, int attempt) {
        return PREFIX + release + (attempt > 1 ? "-" + attempt : "");
    }

    /** Which attempt at a release a name means; 0 when it is none. */
    static int attempt(String id, String release) {
        String first = PREFIX + release;
        if (id.equals(first)) {
            return 1;
        }
        String number = id.startsWith(first + "-") ? id.substring(first.length() + 1) : "";
        return NUMBER.matcher(number).matches() ? Integer.parseInt(number) : 0;
    }
}
