package io.verge.trust;

import io.verge.trust.internal.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A target that is a bundle, with what its author's {@code custom} says of it.
 *
 * @param name symbolic name
 * @param version as in its manifest
 * @param counter rises with each release of the bundle; a box does not go back
 * @param minAgent the oldest agent that it runs on; empty for any
 * @param hardware models that it runs on; {@code *} for all
 * @param packs the forms in which it can be fetched, beside the jar itself
 */
public record BundleTarget(
        Target target,
        String name,
        String version,
        long counter,
        String minAgent,
        List<String> hardware,
        List<Pack> packs) {
    private static final String FOLDER = "bundles/";

    public BundleTarget {
        hardware = List.copyOf(hardware);
        packs = List.copyOf(packs);
    }

    /**
     * Reads what a target says of itself. Its path has to be made of its name and version: delegations limit paths, and so limit
     * which bundles a vendor can replace.
     *
     * @throws TrustException when it is no bundle, or not the one that its path says
     */
    public static BundleTarget of(Target target) throws TrustException {
        JsonObject custom = new JsonObject(target.path(), "custom.", target.custom());
        String name = custom.text("bsn");
        String version = custom.text("version");
        if (!target.path().equals(path(name, version))) {
            throw new TrustException(
                    TrustException.Reason.MISMATCH, target.path(), "says that it is " + name + " " + version);
        }
        String minAgent = custom.has("minAgent") ? custom.text("minAgent") : "";
        List<String> hardware = custom.has("hw") ? custom.texts("hw") : List.of("*");
        return new BundleTarget(
                target, name, version, custom.number("counter", 1), minAgent, hardware, Pack.of(custom));
    }

    /** Where a bundle is in a repository. */
    public static String path(String name, String version) {
        return FOLDER + name + "-" + version + ".jar";
    }

    /** What an author says of a bundle for any agent and hardware. */
    public static Map<String, Object> custom(String name, String version, long counter) {
        Map<String, Object> custom = new LinkedHashMap<>();
        custom.put("bsn", name);
        custom.put("version", version);
        custom.put("counter", counter);
        return custom;
    }
}
