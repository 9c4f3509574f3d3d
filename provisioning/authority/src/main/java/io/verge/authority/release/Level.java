package io.verge.authority.release;

import io.verge.authority.refusal.RefusedException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folders of shipped bundles that a bundle can belong to, and so when it is started. */
final class Level {
    private static final Map<String, String> BY_NAME =
            Map.of("io.verge.driver.", "drivers", "io.verge.app.", "apps", "io.verge.messages.", "messages");

    private static final Set<String> ALL =
            Set.of("platform", "base", "live", "core", "maintenance", "agent", "messages", "drivers", "apps");

    private Level() {}

    /**
     * Of a bundle.
     *
     * @param given for bundles whose name does not say it; null for none
     */
    static String of(String bundle, @Nullable String given) throws RefusedException {
        if (given != null && !ALL.contains(given)) {
            throw new RefusedException("\"" + given + "\" is no level; valid: "
                    + String.join(", ", ALL.stream().sorted().toList()));
        }
        for (Map.Entry<String, String> one : BY_NAME.entrySet()) {
            if (bundle.startsWith(one.getKey())) {
                return one.getValue();
            }
        }
        if (given == null) {
            throw new RefusedException(
                    bundle + " does not say by its name what it is: say --level, such as --level drivers");
        }
        return given;
    }
}
