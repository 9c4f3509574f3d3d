package io.verge.profile;

import io.verge.profile.internal.MetatypeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The components that a profile can configure. Immutable. */
public final class Catalogue {
    private final SortedMap<String, ComponentType> factories = new TreeMap<>();
    private final SortedMap<String, ComponentType> singletons = new TreeMap<>();
    /** By factory PID; the one that counts unless another is asked for comes first. */
    private final Map<String, List<Offer>> offers = new HashMap<>();

    private final WaysBack waysBack;

    private Catalogue(Collection<Offer> offers) {
        Comparator<Offer> besideFirst = Comparator.comparing(offer -> !offer.beside());
        for (Offer offer : offers.stream().sorted(besideFirst).toList()) {
            ComponentType type = offer.type();
            (type.factory() ? factories : singletons).put(type.pid(), type);
            if (type.factory()) {
                this.offers
                        .computeIfAbsent(type.pid(), pid -> new ArrayList<>())
                        .add(0, offer);
            }
        }
        waysBack = WaysBack.of(offers.stream().map(Offer::type).toList());
    }

    /** Of these components; of two with the same PID the later counts. */
    public static Catalogue of(Collection<ComponentType> components) {
        return new Catalogue(components.stream().map(Offer::of).toList());
    }

    /** Of what these bundles offer; of two with the same PID the later counts, and one that is beside another only when asked for. */
    public static Catalogue ofOffers(Collection<Offer> offers) {
        return new Catalogue(offers);
    }

    /**
     * What these bundles describe in {@code OSGI-INF/metatype}; of two that describe the same PID the later counts.
     *
     * @param jars bundles as jars or as folders of their contents; those that describe nothing are passed over
     * @throws IOException when one cannot be read or describes its components wrongly; names it
     */
    public static Catalogue ofJars(List<Path> jars) throws IOException {
        List<Offer> offers = new ArrayList<>();
        for (Path jar : jars) {
            String version = MetatypeReader.versionOf(jar);
            MetatypeReader.readBundle(jar).forEach(type -> offers.add(new Offer(type, version, "", false)));
        }
        return ofOffers(offers);
    }

    /** Who offers the component of which there may be several, by its factory PID; who counts unless another is asked for first. */
    public List<Offer> offers(String pid) {
        return Collections.unmodifiableList(offers.getOrDefault(pid, List.of()));
    }

    /** How blocks that were written for a version that is here can be read by an older one. */
    public WaysBack waysBack() {
        return waysBack;
    }

    /** The component of which there may be several, by its factory PID. */
    public Optional<ComponentType> factory(String pid) {
        return Optional.ofNullable(factories.get(pid));
    }

    /** The component of which there is one, by its PID. */
    public Optional<ComponentType> singleton(String pid) {
        return Optional.ofNullable(singletons.get(pid));
    }

    /** What follows the prefix in the factory PIDs that begin with it and have no dot after it. */
    public NavigableSet<String> factoriesBelow(String prefix) {
        return below(factories, prefix);
    }

    /** What follows the prefix in the PIDs of single components that begin with it and have no dot after it. */
    public NavigableSet<String> singletonsBelow(String prefix) {
        return below(singletons, prefix);
    }

    private static NavigableSet<String> below(SortedMap<String, ComponentType> components, String prefix) {
        NavigableSet<String> names = new TreeSet<>();
        for (String pid : components.keySet()) {
            if (pid.length() > prefix.length() && pid.startsWith(prefix) && pid.indexOf('.', prefix.length()) < 0) {
                names.add(pid.substring(prefix.length()));
            }
        }
        return Collections.unmodifiableNavigableSet(names);
    }
}
