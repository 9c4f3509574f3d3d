package io.verge.authority.rollout.hawkbit;

import io.verge.authority.json.JsonObject;
import io.verge.authority.rollout.fleet.Wish;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Distribution sets: one for each attempt at a release, of the release's module. The set's own version names the attempt, {@code 2026.12.1}
 * or {@code 2026.12.1/2}, so that a box has one action at most for one attempt, and who dies behind asking finds that he has asked. A set
 * is made last: where it is, its module is whole. One thread.
 */
final class Sets {
    private static final String NAME = "release";
    private static final String KIND = "distributionsets";
    private static final int LONGEST_VERSION = 64;

    private final Catalogue catalogue;
    private final Modules modules;
    private final String type;
    private final Map<Wish, DistributionSet> known = new HashMap<>();

    /** @param type of module and set */
    Sets(Management management, Modules modules, String type) {
        catalogue = new Catalogue(management);
        this.modules = modules;
        this.type = type;
    }

    /**
     * Looks whether the set of an attempt is there, or could be made.
     *
     * @throws IllegalArgumentException when it is not and could not; says what to do
     */
    void look(Wish wish) throws IOException {
        if (version(wish).length() > LONGEST_VERSION) {
            throw new IllegalArgumentException("hawkBit takes versions of " + LONGEST_VERSION
                    + " characters at most: give the release a shorter name than " + wish.release());
        }
        if (find(wish).isEmpty() && !modules.isToBeHad(wish.release())) {
            throw new IllegalArgumentException("hawkBit has no " + modules.describe(wish.release())
                    + " with files: name the published repository that has them, by --repository");
        }
    }

    /** The set of an attempt; empty when nobody has made it. */
    Optional<DistributionSet> find(Wish wish) throws IOException {
        if (!known.containsKey(wish)) {
            Optional<JsonObject> set = catalogue.find(KIND, marks(wish));
            if (set.isPresent()) {
                known.put(wish, checked(set.get(), wish));
            }
        }
        return Optional.ofNullable(known.get(wish));
    }

    /** The set of an attempt, which is made if need be, with all that it is made of. */
    DistributionSet make(Wish wish) throws IOException {
        Optional<DistributionSet> there = find(wish);
        if (there.isPresent()) {
            return there.get();
        }
        long moduleType = modules.type();
        JsonObject unused = catalogue.make(
                "distributionsettypes",
                Map.of("key", type),
                Map.of("key", type, "name", type, "mandatorymodules", List.of(Map.of("id", moduleType))));
        Map<String, Object> letter = new HashMap<>(marks(wish));
        letter.put("modules", List.of(Map.of("id", modules.make(wish.release()))));
        known.put(wish, checked(catalogue.make(KIND, marks(wish), letter), wish));
        return find(wish).orElseThrow();
    }

    /** Of another release it would be the worst that could be assigned. */
    private DistributionSet checked(JsonObject set, Wish wish) throws IOException {
        List<JsonObject> parts = set.objects("modules");
        if (parts.size() != 1 || !Catalogue.has(parts.get(0), modules.marks(wish.release()))) {
            throw new IOException("hawkBit's distribution set " + NAME + " " + version(wish)
                    + " does not consist of the " + modules.describe(wish.release())
                    + ": somebody made it for something else; rename it there");
        }
        return new DistributionSet(set.whole("id"), set.whole("createdAt", 0));
    }

    private Map<String, String> marks(Wish wish) {
        return Map.of("name", NAME, "version", version(wish), "type", type);
    }

    private static String version(Wish wish) {
        return wish.attempt() > 1 ? wish.release() + "/" + wish.attempt() : wish.release();
    }
}
