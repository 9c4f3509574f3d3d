package io.verge.trust;

import io.verge.trust.internal.json.CanonicalJson;
import io.verge.trust.internal.json.JsonObject;
import io.verge.trust.internal.json.JsonReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A set of bundles that belong together: the file of the target {@code releases/<name>.json}. Its bundles lie over the shipped ones, each
 * in the place of the one of its name; what each is, its own target says. Fields that are not known are passed over.
 *
 * @param name such as {@code 2026.12.1}
 * @param minAgent the oldest agent core that it runs on; empty for any
 * @param hardware models that it runs on; {@code *} for all
 * @param bundles none twice
 */
public record Release(String name, String minAgent, List<String> hardware, List<Item> bundles) {
    /** Octets of the file at most. */
    public static final int LONGEST = 1 << 20;

    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1,100}");
    private static final int DEEPEST = 8;
    private static final int MOST_BUNDLES = 1_000;

    /**
     * A bundle of a release.
     *
     * @param name symbolic name
     * @param version of it
     * @param level the folder of shipped bundles that it belongs to, and so its start level: such as {@code drivers}
     */
    public record Item(String name, String version, String level) {
        /** Its target in the repository. */
        public String path() {
            return BundleTarget.path(name, version);
        }
    }

    /** @throws IllegalArgumentException when the name is none, or a bundle is there twice */
    public Release {
        hardware = List.copyOf(hardware);
        bundles = List.copyOf(bundles);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a release: 1 to 100 of a-z, 0-9, '.' and '-'");
        }
        if (bundles.size() > MOST_BUNDLES) {
            throw new IllegalArgumentException("more than " + MOST_BUNDLES + " bundles");
        }
        Set<String> names = new HashSet<>();
        for (Item bundle : bundles) {
            if (!names.add(bundle.name())) {
                throw new IllegalArgumentException(bundle.name() + " is there twice");
            }
        }
    }

    /** Where a release is in a repository. */
    public static String path(String name) {
        return "releases/" + name + ".json";
    }

    /**
     * Reads the file.
     *
     * @param wanted the name that it has to have
     * @throws TrustException when it is malformed or another one
     */
    public static Release read(String wanted, byte[] content) throws TrustException {
        String path = path(wanted);
        JsonObject json = JsonReader.read(path, content, DEEPEST);
        if (!json.text("release").equals(wanted)) {
            throw new TrustException(TrustException.Reason.MISMATCH, path, "says that it is another release");
        }
        List<Item> bundles = new ArrayList<>();
        for (JsonObject one : json.objects("bundles")) {
            bundles.add(new Item(one.text("name"), one.text("version"), one.text("level")));
        }
        try {
            return new Release(
                    wanted,
                    json.has("minAgent") ? json.text("minAgent") : "",
                    json.has("hardware") ? json.texts("hardware") : List.of("*"),
                    bundles);
        } catch (IllegalArgumentException e) {
            throw json.refused("bundles", String.valueOf(e.getMessage()));
        }
    }

    /** The file, in canonical JSON. */
    public byte[] octets() {
        List<Object> list = new ArrayList<>();
        for (Item bundle : bundles) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", bundle.name());
            one.put("version", bundle.version());
            one.put("level", bundle.level());
            list.add(one);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("release", name);
        if (!minAgent.isEmpty()) {
            json.put("minAgent", minAgent);
        }
        json.put("hardware", hardware);
        json.put("bundles", list);
        return CanonicalJson.octets(json);
    }
}
