package io.verge.authority.rollout.hawkbit;

import io.verge.authority.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What targets are asked by hawkBit: an action is one set for one target, open until it has ended. One thread. */
final class Actions {
    private static final String NEWEST_FIRST = "sort=id:DESC";
    private static final int REMEMBERED = 50;
    /** So far the clocks of the servers of one hawkBit may be apart, milliseconds. */
    private static final long CLOCKS = 3_600_000;

    private final Management management;

    Actions(Management management) {
        this.management = management;
    }

    /** The newest action for a set, open or not; empty when there is none. */
    Optional<Long> find(String target, DistributionSet set) throws IOException {
        List<Long> found = new ArrayList<>();
        management.each(actions(target), NEWEST_FIRST, action -> {
            if (action.whole("createdAt", set.created()) < set.created() - CLOCKS) {
                return false;
            }
            long id = action.whole("id");
            if (isFor(action(target, id), set)) {
                found.add(id);
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private boolean isFor(String action, DistributionSet set) throws IOException {
        JsonObject links = management.get(action).object("_links");
        return links.object("distributionset").text("href", "").endsWith("/distributionsets/" + set.id());
    }

    /**
     * Makes an action.
     *
     * @return false when hawkBit makes none, since the target has this set already
     */
    boolean assign(String target, DistributionSet set, boolean forced) throws IOException {
        JsonObject answer = management.post(
                "targets/" + target + "/assignedDS", Map.of("id", set.id(), "type", forced ? "forced" : "soft"));
        return answer.whole("assigned", 0) > 0;
    }

    /** What has become of an action. */
    History history(String target, long action) throws IOException {
        return History.of(management.get(
                action(target, action) + "/status?" + NEWEST_FIRST + "&limit=" + REMEMBERED + "&offset=0"));
    }

    /**
     * Takes an action back; one that has ended stays as it is. The box is asked first: from then on the server offers it the cancellation
     * alone, which it answers when it comes, and refuses when it has switched. By force, which the box is not told, only what the box has
     * never fetched is ended: it cannot have begun it, and need not answer. One that has fetched it and is silent is not given up by
     * force, since it would go on with what it has and nobody would hear of it.
     */
    void cancel(String target, long action) throws IOException {
        delete(action(target, action));
        if (history(target, action).isUntouched()) {
            delete(action(target, action) + "?force=true");
        }
    }

    private void delete(String action) throws IOException {
        try {
            management.delete(action);
        } catch (ManagementException e) {
            // It has ended, or is being taken back already.
            if (!e.isTooLate()) {
                throw e;
            }
        }
    }

    private static String actions(String target) {
        return "targets/" + target + "/actions";
    }

    private static String action(String target, long action) {
        return actions(target) + "/" + action;
    }
}
