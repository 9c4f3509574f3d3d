package io.verge.trust;

import io.verge.trust.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form in which a bundle can be fetched, as its author says in {@code custom.packs}.
 *
 * @param packing how it is packed, such as {@code zstd}; a box passes over what it does not know
 * @param base SHA-256 of the jar that a patch is a patch of; empty for what is none
 * @param path in the repository, below {@code targets}
 * @param length octets, from 1
 * @param sha256 of them
 * @param pieceLength octets of each piece but the last
 * @param pieces SHA-256 of each, in order
 */
public record Pack(
        String packing, String base, String path, long length, String sha256, int pieceLength, List<String> pieces) {
    private static final int MOST = 32;

    public Pack {
        pieces = List.copyOf(pieces);
    }

    /**
     * The forms of a bundle.
     *
     * @throws TrustException when they are malformed, or more than 32
     */
    static List<Pack> of(JsonObject custom) throws TrustException {
        List<Pack> packs = new ArrayList<>();
        if (!custom.has("packs")) {
            return packs;
        }
        for (JsonObject one : custom.objects("packs")) {
            if (packs.size() == MOST) {
                throw custom.refused("packs", "has more than " + MOST);
            }
            packs.add(new Pack(
                    one.text("packing"),
                    one.has("base") ? one.text("base") : "",
                    one.text("path"),
                    one.number("length", 1),
                    one.text("sha256"),
                    (int) Math.min(Integer.MAX_VALUE, one.number("pieceLength", 1)),
                    one.texts("pieces")));
        }
        return packs;
    }

    /** As it stands in {@code custom.packs}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("packing", packing);
        if (!base.isEmpty()) {
            json.put("base", base);
        }
        json.put("path", path);
        json.put("length", length);
        json.put("sha256", sha256);
        json.put("pieceLength", (long) pieceLength);
        json.put("pieces", pieces);
        return json;
    }
}
