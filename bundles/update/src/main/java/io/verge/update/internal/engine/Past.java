package io.verge.update.internal.engine;

import io.verge.api.update.Phase;
import io.verge.update.internal.engine.journal.Journal;
import io.verge.update.internal.engine.journal.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The updates that have ended, the newest first. Immutable. */
record Past(List<Story> stories) {
    static final Past NONE = new Past(List.of());

    Past {
        stories = List.copyOf(stories);
    }

    boolean has(String wish) {
        return stories.stream().anyMatch(one -> one.wish().id().equals(wish));
    }

    Optional<Story> newest() {
        return stories.stream().findFirst();
    }

    /** The generation that ran before the one that was committed last; empty when nothing was. */
    OptionalInt previous() {
        return previous(stories);
    }

    private static OptionalInt previous(List<Story> stories) {
        return stories.stream()
                .filter(story -> story.phase() == Phase.COMMITTED && story.before() != Story.NONE)
                .mapToInt(Story::before)
                .findFirst();
    }

    /** One more. The oldest is forgotten, unless it is the one that says what ran before. */
    Past with(Story over) {
        List<Story> all = new ArrayList<>(List.of(over));
        all.addAll(stories);
        if (all.size() > Journal.MOST) {
            int oldest = all.size() - 1;
            boolean isNeeded = previous(all.subList(0, oldest)).isEmpty();
            all.remove(isNeeded ? oldest - 1 : oldest);
        }
        return new Past(all);
    }
}
