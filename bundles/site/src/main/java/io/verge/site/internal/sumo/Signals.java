package io.verge.site.internal.sumo;

import io.verge.api.site.Conflict;
import io.verge.site.MapImportException;
import io.verge.site.SumoImport.Groups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The signal groups of a junction and which of them exclude each other.
 *
 * <p>Two groups exclude each other when a link of the one crosses a link of the other, by the foes that the junction lists, and
 * no phase lets both go. Those that cross and are green together in the plan are so on purpose: one yields, such as a turn that
 * waits for walkers. A link that the junction's list does not know is taken to cross all others.
 */
final class Signals {
    private static final int MOST = 255;

    /**
     * A link under a traffic light.
     *
     * @param request its place in the junction's list; −1 when that is not known
     * @param states what it is shown, phase by phase
     */
    private record Ruled(SumoNet.Link link, int request, String states) {}

    private final SumoNet.Junction junction;
    private final Map<Integer, List<Ruled>> groups = new TreeMap<>();
    private final Map<SumoNet.Link, Integer> groupOf = new LinkedHashMap<>();
    private final Set<Conflict> conflicts = new HashSet<>();
    private final Set<Conflict> yielding = new HashSet<>();

    private Signals(SumoNet.Junction junction) {
        this.junction = junction;
    }

    static Signals of(SumoNet net, Topology topology, SumoNet.Junction junction, List<SumoNet.Link> links, Groups kind)
            throws MapImportException {
        Signals signals = new Signals(junction);
        Requests requests = new Requests(junction, topology);
        List<Ruled> ruled = new ArrayList<>();
        for (SumoNet.Link link : links) {
            if (link.index() >= 0) {
                ruled.add(new Ruled(link, requests.of(link), states(net, link)));
            }
        }
        ruled.sort(Comparator.comparingInt(one -> one.link.index()));
        signals.group(ruled, kind);
        signals.compare();
        return signals;
    }

    /** Of all programs of its light, one after the other. */
    private static String states(SumoNet net, SumoNet.Link link) throws MapImportException {
        StringBuilder states = new StringBuilder();
        for (SumoNet.Program program : net.programs()) {
            for (String state : program.light().equals(link.light()) ? program.states() : List.<String>of()) {
                if (link.index() >= state.length()) {
                    throw new MapImportException("traffic light \"" + link.light() + "\" has a phase of "
                            + state.length() + " links; expected link " + link.index() + " in it");
                }
                states.append(state.charAt(link.index()));
            }
        }
        if (states.length() == 0) {
            throw new MapImportException("traffic light \"" + link.light() + "\" has no phases");
        }
        return states.toString();
    }

    private void group(List<Ruled> ruled, Groups kind) throws MapImportException {
        Map<List<String>, Integer> known = new LinkedHashMap<>();
        for (Ruled one : ruled) {
            int group = kind == Groups.EACH_LINK
                    ? one.link.index() + 1
                    : known.computeIfAbsent(List.of(one.link.light(), one.states), states -> known.size() + 1);
            if (group > MOST) {
                throw new MapImportException(
                        "link " + one.link.index() + " would be signal group " + group + "; a map has at most " + MOST);
            }
            groups.computeIfAbsent(group, number -> new ArrayList<>()).add(one);
            groupOf.put(one.link, group);
        }
    }

    private void compare() {
        groups.forEach((group, links) -> groups.forEach((other, others) -> {
            if (group < other && links.stream().anyMatch(a -> others.stream().anyMatch(b -> crosses(a, b)))) {
                boolean together = links.stream().anyMatch(a -> others.stream().anyMatch(b -> bothGreen(a, b)));
                (together ? yielding : conflicts).add(new Conflict(group, other));
            }
        }));
    }

    private boolean crosses(Ruled a, Ruled b) {
        return a.request < 0 || b.request < 0 || foes(a.request, b.request) || foes(b.request, a.request);
    }

    /** The last character stands for the first link. */
    private boolean foes(int request, int other) {
        String foes = request < junction.foes().size() ? junction.foes().get(request) : "";
        int at = foes.length() - 1 - other;
        return at < 0 || foes.charAt(at) == '1';
    }

    /** Of one light: phases of different lights cannot be told to coincide. */
    private static boolean bothGreen(Ruled a, Ruled b) {
        if (!a.link.light().equals(b.link.light())) {
            return false;
        }
        for (int phase = 0; phase < a.states.length(); phase++) {
            if (green(a.states.charAt(phase)) && green(b.states.charAt(phase))) {
                return true;
            }
        }
        return false;
    }

    private static boolean green(char state) {
        return state == 'G' || state == 'g';
    }

    /** Null when no light rules it. */
    @Nullable
    Integer group(SumoNet.Link link) {
        return groupOf.get(link);
    }

    Set<Conflict> conflicts() {
        return conflicts;
    }

    /** Groups that cross and are green together in the plan. */
    Set<Conflict> yielding() {
        return yielding;
    }

    /** By link index. */
    Map<Integer, Integer> byIndex() {
        Map<Integer, Integer> byIndex = new TreeMap<>();
        groupOf.forEach((link, group) -> byIndex.put(link.index(), group));
        return byIndex;
    }
}
