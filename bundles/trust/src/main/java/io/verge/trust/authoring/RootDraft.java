package io.verge.trust.authoring;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A root that is being written: who may sign for which role. It must be signed by the threshold of its own root keys and, after the
 * first, by that of the root before it.
 */
public final class RootDraft {
    private static final String TYPE = "root";

    private final Draft draft;

    private RootDraft(Draft draft) {
        this.draft = draft;
    }

    /** The first, with consistent snapshots; all four roles need keys. */
    public static RootDraft first(Instant expires) {
        Draft draft = Draft.first(TYPE, expires);
        draft.put("consistent_snapshot", true);
        return new RootDraft(draft);
    }

    /** The one after another, with its keys until they are changed. */
    public static RootDraft after(Document before, Instant expires) {
        return new RootDraft(Draft.after(before, TYPE, expires));
    }

    /**
     * Who may sign for a role, instead of those before.
     *
     * @param role {@code root}, {@code targets}, {@code snapshot} or {@code timestamp}
     * @param threshold how many of them must
     * @throws IllegalArgumentException when they are too few, one of them is there twice or is no Ed25519 key
     */
    public RootDraft keys(String role, int threshold, Collection<PublicKey> keys) {
        KeyList.assign(draft.object("keys"), Draft.object(draft.object("roles"), role), threshold, keys);
        return this;
    }

    /** Other keys for a role, with the threshold that it had. */
    public RootDraft keys(String role, Collection<PublicKey> keys) {
        Object threshold = Draft.object(draft.object("roles"), role).getOrDefault("threshold", 1L);
        return keys(role, Math.toIntExact((long) threshold), keys);
    }

    /** Nobody has signed it yet. */
    public Document document() {
        Map<String, Object> roles = draft.object("roles");
        List<Map<String, Object>> all = new ArrayList<>();
        List.copyOf(roles.keySet()).forEach(role -> all.add(Draft.object(roles, role)));
        KeyList.tidy(draft.object("keys"), all);
        return draft.document();
    }
}
