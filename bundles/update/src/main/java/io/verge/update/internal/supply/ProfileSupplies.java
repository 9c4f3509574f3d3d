package io.verge.update.internal.supply;

import io.verge.api.update.UpdateRefusedException;
import io.verge.update.internal.engine.Supplies;
import io.verge.update.internal.engine.Supply;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The repositories that the profile names, and those that a wish names itself, by the schemes that are known. Immutable. */
public final class ProfileSupplies implements Supplies {
    private static final String NO_SOURCE = "no-source";

    private final List<URI> sources;
    private final Map<String, SupplyMaker> makers;

    /**
     * For one profile.
     *
     * @param sources of the profile, the usual one first
     * @param makers by scheme, in lower case
     */
    public ProfileSupplies(List<URI> sources, Map<String, SupplyMaker> makers) {
        this.sources = List.copyOf(sources);
        this.makers = new TreeMap<>(makers);
    }

    /** A URI without user and password, for people. */
    static String shown(URI uri) {
        String text = uri.toString();
        String user = uri.getRawUserInfo();
        return user == null ? text : text.replace(user + "@", "");
    }

    @Override
    public List<String> names() {
        return sources.stream().map(ProfileSupplies::shown).toList();
    }

    @Override
    public Supply open(String source) throws UpdateRefusedException {
        if (source.isEmpty()) {
            if (sources.isEmpty()) {
                throw new UpdateRefusedException(
                        NO_SOURCE,
                        "the profile names no source of releases: name one in its section update (sources), or with"
                                + " `--from`");
            }
            return open(sources.get(0));
        }
        for (URI known : sources) {
            if (source.equals(shown(known)) || source.equals(known.toString())) {
                return open(known);
            }
        }
        return open(parse(source));
    }

    private static URI parse(String source) throws UpdateRefusedException {
        try {
            return URI.create(source);
        } catch (IllegalArgumentException e) {
            throw new UpdateRefusedException(NO_SOURCE, "no source of releases: it is no URI: " + source, e);
        }
    }

    private Supply open(URI uri) throws UpdateRefusedException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        @Nullable SupplyMaker maker = makers.get(scheme);
        if (maker == null) {
            throw new UpdateRefusedException(
                    NO_SOURCE,
                    "no source of releases: " + shown(uri) + " has none of the schemes "
                            + String.join(", ", new TreeSet<>(makers.keySet())));
        }
        return maker.open(uri);
    }
}
