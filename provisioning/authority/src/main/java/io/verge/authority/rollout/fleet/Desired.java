package io.verge.authority.rollout.fleet;

import io.verge.authority.json.JsonObject;
import io.verge.json.tree.JsonTree;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code twin/desired} of a box: others write it, too, so that all but the wish for a release is handed on as it is.
 * Immutable.
 */
final class Desired {
    /** The largest document that a box takes, octets. */
    static final int LARGEST = 64 << 10;

    private static final String EPOCH = "epoch";
    private static final String VERSION = "version";
    private static final String TIME = "time";
    private static final String PROFILE = "profile";
    private static final String RELEASE = "release";
    private static final String NAME = "name";
    private static final String ATTEMPT = "attempt";

    private final JsonObject document;

    private Desired(JsonObject document) {
        this.document = document;
    }

    /** Of a box of which nothing has been wished yet. */
    static Desired first() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(EPOCH, 1L);
        members.put(VERSION, 0L);
        members.put(PROFILE, new LinkedHashMap<String, Object>());
        return new Desired(new JsonObject("", members));
    }

    /** @throws IOException when it is none; says what was expected */
    static Desired read(byte[] content) throws IOException {
        JsonObject document = JsonObject.read(content);
        document.whole(EPOCH);
        document.whole(VERSION);
        if (!document.has(PROFILE)) {
            throw document.refused(PROFILE, "an object was expected");
        }
        wish(document);
        return new Desired(document);
    }

    private static @Nullable Wish wish(JsonObject document) throws IOException {
        JsonObject wish = document.object(PROFILE).object(RELEASE);
        return wish.has(NAME)
                ? new Wish(wish.text(NAME), (int) Math.min(Integer.MAX_VALUE, wish.whole(ATTEMPT, 1)))
                : null;
    }

    long version() {
        return whole(VERSION);
    }

    /** Whether the other one is of the same epoch and newer. */
    boolean isBefore(Desired other) {
        return whole(EPOCH) == other.whole(EPOCH) && version() < other.version();
    }

    /** Whether this is wished for. */
    boolean holds(Wish wish) {
        try {
            return Objects.equals(wish(document), wish);
        } catch (IOException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    /** The next version, with this wish in the place of any other. */
    Desired with(Wish wish, Instant now) {
        Map<String, @Nullable Object> order = copy(section());
        order.put(NAME, wish.release());
        if (wish.attempt() > 1) {
            order.put(ATTEMPT, (long) wish.attempt());
        } else {
            order.remove(ATTEMPT);
        }
        return next(order, now);
    }

    /** The next version, without any wish; the section goes with it when nothing else is in it. */
    Desired without(Instant now) {
        Map<String, @Nullable Object> order = copy(section());
        order.remove(NAME);
        order.remove(ATTEMPT);
        return next(order, now);
    }

    private Desired next(Map<String, @Nullable Object> order, Instant now) {
        Map<String, @Nullable Object> members = copy(document.members());
        members.put(VERSION, version() + 1);
        if (members.containsKey(TIME)) {
            members.put(TIME, now.toString());
        }
        Map<String, @Nullable Object> profile = copy(object(PROFILE).members());
        if (order.isEmpty()) {
            profile.remove(RELEASE);
        } else {
            profile.put(RELEASE, order);
        }
        members.put(PROFILE, profile);
        return new Desired(new JsonObject("", members));
    }

    byte[] content() {
        return JsonTree.octets(document.members());
    }

    private Map<String, @Nullable Object> section() {
        try {
            return object(PROFILE).object(RELEASE).members();
        } catch (IOException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    private JsonObject object(String name) {
        try {
            return document.object(name);
        } catch (IOException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    private long whole(String name) {
        try {
            return document.whole(name);
        } catch (IOException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> map) {
        return new LinkedHashMap<>(map);
    }
}
