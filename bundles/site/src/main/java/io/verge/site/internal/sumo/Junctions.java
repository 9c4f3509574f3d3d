package io.verge.site.internal.sumo;

import io.verge.site.MapImportException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the junction that is meant. */
final class Junctions {
    private static final int SHOWN = 20;

    private Junctions() {}

    /** That of the id; else the only one with a traffic light; else the only one where several roads come in. */
    static SumoNet.Junction choose(SumoNet net, Optional<String> id) throws MapImportException {
        if (id.isPresent()) {
            SumoNet.@Nullable Junction found = net.junctions().get(id.get());
            if (found == null || found.type().equals("internal")) {
                throw new MapImportException("there is no junction \"" + id.get() + "\"" + among(candidates(net)));
            }
            return found;
        }
        List<SumoNet.Junction> candidates = candidates(net);
        if (candidates.size() != 1) {
            throw new MapImportException(
                    candidates.isEmpty()
                            ? "has no junction where roads meet"
                            : "has " + candidates.size() + " junctions where roads meet: say which"
                                    + among(candidates));
        }
        return candidates.get(0);
    }

    private static List<SumoNet.Junction> candidates(SumoNet net) {
        List<SumoNet.Junction> lights = net.junctions().values().stream()
                .filter(junction -> junction.type().startsWith("traffic_light"))
                .toList();
        return lights.isEmpty()
                ? net.junctions().values().stream()
                        .filter(junction -> roadsInto(net, junction.id()) > 1)
                        .toList()
                : lights;
    }

    private static long roadsInto(SumoNet net, String junction) {
        return net.edges().values().stream()
                .filter(edge -> edge.road() && edge.to().equals(junction))
                .count();
    }

    private static String among(List<SumoNet.Junction> junctions) {
        return junctions.isEmpty()
                ? ""
                : "; expected one of "
                        + junctions.stream()
                                .limit(SHOWN)
                                .map(SumoNet.Junction::id)
                                .collect(Collectors.joining(", "))
                        + (junctions.size() > SHOWN ? ", …" : "");
    }
}
