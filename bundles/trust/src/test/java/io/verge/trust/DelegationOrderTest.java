package io.verge.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.trust.authoring.Forge;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order delegated roles are asked for a target that none of them has: the graphs of TUF's conformance suite. */
class DelegationOrderTest {
    private final World world = new World();

    /** {@code T>A} delegates everything, {@code A>C!} ends the search, {@code A>C-} covers something else. T is the top level. */
    @ParameterizedTest
    @CsvSource({
        "T>A, A",
        "T>A T>B, A B",
        "T>A T>B B>C, A B C",
        "T>A T>B A>C A>D, A C D B",
        "T>A T>B A>C C>D, A C D B",
        "T>A T>B A>C! A>D, A C",
        "T>A T>B A>C! C>D, A C D",
        "T>A- T>B A>C, B",
        "T>A T>B A>C- C>D, A B",
        "T>A T>B B>C C>D D>B, A B C D",
        "T>A T>B B>C A>C, A C B",
        "T>A T>B B>C A>C-, A B C"
    })
    void rolesAreAskedDepthFirstAndOnce(String graph, String order) throws Exception {
        List<String> edges = List.of(graph.split(" ", -1));
        TreeSet<String> roles = new TreeSet<>();
        for (String edge : edges) {
            roles.add(edge.substring(0, 1));
            roles.add(edge.substring(2, 3));
        }
        for (String role : roles) {
            publish(role, edges);
        }
        world.publish();
        Trusted trusted = world.refresh();
        Wire wire = world.wire();

        assertThat(trusted.find("missing", wire, world.now)).isEmpty();
        assertThat(wire.asked())
                .map(name -> name.replaceAll("\\d\\.|\\.json", ""))
                .containsExactly(order.split(" ", -1));
    }

    private void publish(String role, List<String> edges) throws Exception {
        String name = role.equals("T") ? "targets" : role;
        world.targets(
                name,
                draft -> {
                    for (String edge : edges) {
                        if (edge.startsWith(role)) {
                            String paths = edge.endsWith("-") ? "other/*" : "*";
                            draft.delegate(
                                    edge.substring(2, 3),
                                    1,
                                    World.publicKeys(List.of(world.vendorKey)),
                                    List.of(paths));
                        }
                    }
                    return draft;
                },
                role.equals("T") ? world.targetsKeys : List.of(world.vendorKey));
        world.edited(
                name,
                signed -> Forge.listOrNone(signed, "delegations", "roles")
                        .forEach(one -> one.put("terminating", ends(one, role, edges))),
                role.equals("T") ? world.targetsKeys : List.of(world.vendorKey));
    }

    private static boolean ends(Map<String, Object> delegation, String role, List<String> edges) {
        return edges.contains(role + ">" + delegation.get("name") + "!");
    }
}
