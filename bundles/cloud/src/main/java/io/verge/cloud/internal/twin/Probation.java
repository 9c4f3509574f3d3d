package io.verge.cloud.internal.twin;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges a change of the profile by what became of those whom it concerns: a device or app that was changed, and all of them when
 * something else was. None may be worse than before; one that is new need not work yet, but must not have failed.
 */
final class Probation {
    private static final int WORKS = 0;
    private static final int TRIES = 1;
    private static final int FAILED = 2;
    private static final int ABSENT = 3;

    private Probation() {}

    /**
     * What is worse.
     *
     * @param profile that is tried: who is not in it may be gone
     * @return the first that is worse, in words; empty when none is
     */
    static Optional<String> worse(Trial trial, Map<String, ?> profile, Map<String, Status> now) {
        Set<String> expected = new TreeSet<>(Keys.of(profile).keySet());
        expected.removeIf(key -> !block(key));
        for (String key : expected) {
            if (concerned(key, trial.changed()) && worse(trial.standings().get(key), now.get(key))) {
                return Optional.of(words(key, trial.standings().get(key), now.get(key)));
            }
        }
        return Optional.empty();
    }

    private static boolean concerned(String key, Set<String> changed) {
        return changed.contains(key) || changed.stream().anyMatch(one -> !block(one));
    }

    private static boolean block(String key) {
        return Keys.within(key, Keys.DEVICES) || Keys.within(key, Keys.APPS);
    }

    private static boolean worse(@Nullable State before, @Nullable Status now) {
        int rank = now == null ? ABSENT : rank(now.state());
        return before == null ? rank >= FAILED : rank > rank(before);
    }

    private static int rank(State state) {
        return switch (state) {
            case OK, FINISHED -> WORKS;
            case STARTING, DEGRADED, NOT_POSSIBLE -> TRIES;
            case FAILED, QUARANTINED, STOPPED -> FAILED;
        };
    }

    private static String words(String key, @Nullable State before, @Nullable Status now) {
        String was = before == null ? "was not there before" : "was " + before + " before";
        if (now == null) {
            return key + " does not run; it " + was;
        }
        Trouble trouble = now.trouble();
        return key + " is " + now.state() + (trouble == null ? "" : ": " + trouble.cause()) + "; it " + was;
    }
}
