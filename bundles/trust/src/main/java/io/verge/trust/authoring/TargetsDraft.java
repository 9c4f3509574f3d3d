package io.verge.trust.authoring;

import io.verge.trust.BundleTarget;
import io.verge.trust.Downgrade;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The targets of the top-level role or of a vendor, being written. */
public final class TargetsDraft {
    private static final String TYPE = "targets";
    private static final String DELEGATIONS = "delegations";

    private final Draft draft;

    private TargetsDraft(Draft draft) {
        this.draft = draft;
    }

    /** Without any target. */
    public static TargetsDraft first(Instant expires) {
        Draft draft = Draft.first(TYPE, expires);
        draft.object("targets");
        return new TargetsDraft(draft);
    }

    /** With all that another has. */
    public static TargetsDraft after(Document before, Instant expires) {
        return new TargetsDraft(Draft.after(before, TYPE, expires));
    }

    /**
     * Vouches for a file.
     *
     * @param path in the repository, relative
     * @param length octets
     * @param sha256 64 lower-case hexadecimal digits
     * @param custom Map, List, String, Long, Boolean; may be empty
     */
    public TargetsDraft add(String path, long length, String sha256, Map<String, Object> custom) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("length", length);
        target.put("hashes", Map.of("sha256", sha256));
        if (!custom.isEmpty()) {
            target.put("custom", custom);
        }
        draft.object("targets").put(path, target);
        return this;
    }

    /** Vouches for a bundle that runs on any agent and hardware. */
    public TargetsDraft bundle(String name, String version, long counter, long length, String sha256) {
        return add(BundleTarget.path(name, version), length, sha256, BundleTarget.custom(name, version, counter));
    }

    /** Does not vouch for it any more. */
    public TargetsDraft remove(String path) {
        draft.object("targets").remove(path);
        return this;
    }

    /**
     * Lets somebody else vouch for a part, and nobody after them in its place. One of the same name is replaced.
     *
     * @param name of the role: letters, digits, dots, hyphens, underscores
     * @param paths such as {@code bundles/com.example.*}
     */
    public TargetsDraft delegate(String name, int threshold, Collection<PublicKey> keys, List<String> paths) {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("name", name);
        role.put("terminating", true);
        role.put("paths", List.copyOf(paths));
        KeyList.assign(Draft.object(draft.object(DELEGATIONS), "keys"), role, threshold, keys);
        roles().removeIf(one -> name.equals(one.get("name")));
        roles().add(role);
        return tidy();
    }

    /** Takes it back. */
    public TargetsDraft undelegate(String name) {
        roles().removeIf(one -> name.equals(one.get("name")));
        return tidy();
    }

    private TargetsDraft tidy() {
        KeyList.tidy(Draft.object(draft.object(DELEGATIONS), "keys"), roles());
        return this;
    }

    private List<Map<String, Object>> roles() {
        return Draft.list(draft.object(DELEGATIONS), "roles");
    }

    /** Permissions to go back, instead of those before; only the top-level role's count. */
    public TargetsDraft downgrades(List<Downgrade> downgrades) {
        List<Object> all = new ArrayList<>();
        for (Downgrade one : downgrades) {
            Map<String, Object> downgrade = new LinkedHashMap<>();
            downgrade.put("bsn", one.bundle());
            downgrade.put("to", one.to());
            downgrade.put("until", Draft.time(one.until()));
            downgrade.put("groups", one.groups());
            all.add(downgrade);
        }
        draft.object("custom").put("downgrades", all);
        return this;
    }

    /** How long it may be used on a box that it was carried to, if longer than it lasts otherwise. */
    public TargetsDraft offlineUntil(Instant until) {
        draft.object("custom").put("offlineUntil", Draft.time(until));
        return this;
    }

    /** Nobody has signed it yet. */
    public Document document() {
        return draft.document();
    }
}
