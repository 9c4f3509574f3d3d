package io.verge.trust.internal.metadata;

import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.internal.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which versions of all roles that name targets belong together.
 *
 * @param meta by name of the file, such as {@code targets.json}
 */
public record Snapshot(Header header, Map<String, MetaFile> meta) implements Metadata {
    public static final String ROLE = "snapshot";
    private static final String SUFFIX = ".json";

    public Snapshot {
        meta = Map.copyOf(meta);
    }

    /** Parses, and believes nothing. */
    public static Snapshot of(Envelope document) throws TrustException {
        Map<String, MetaFile> meta = new LinkedHashMap<>();
        for (Map.Entry<String, JsonObject> file :
                document.signed().object("meta").objectsByName().entrySet()) {
            meta.put(file.getKey(), MetaFile.of(file.getValue()));
        }
        return new Snapshot(Header.of(document, ROLE), meta);
    }

    /** What it says of a role. */
    public MetaFile of(String role) throws TrustException {
        MetaFile file = meta.get(role + SUFFIX);
        if (file == null) {
            throw new TrustException(Reason.ABSENT, role, "is not in snapshot version " + header.version());
        }
        return file;
    }

    /** Nothing that an earlier snapshot has may be missing here or be older. */
    public void mustNotBeBefore(Snapshot earlier) throws TrustException {
        for (Map.Entry<String, MetaFile> before : earlier.meta.entrySet()) {
            MetaFile now = meta.get(before.getKey());
            if (now == null || now.version() < before.getValue().version()) {
                throw new TrustException(
                        Reason.ROLLBACK,
                        ROLE,
                        "has " + before.getKey() + " "
                                + (now == null ? "no more" : "in version " + now.version()) + ", and "
                                + before.getValue().version() + " was there");
            }
        }
    }
}
