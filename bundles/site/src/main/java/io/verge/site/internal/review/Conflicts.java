package io.verge.site.internal.review;

import io.verge.api.site.Conflict;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.Findings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the conflicts of the map are those of the ways that meet on the ground. */
final class Conflicts {
    /** Pairs that are told one by one. */
    private static final int TOLD = 20;

    private Conflicts() {}

    static void check(SiteMap map, Findings findings) {
        Map<Conflict, String> meeting = Ways.meeting(map);
        List<String> missing = meeting.entrySet().stream()
                .filter(entry -> !map.conflicts().contains(entry.getKey()))
                .map(entry -> shown(entry.getKey()) + " (" + entry.getValue() + ")")
                .toList();
        if (!missing.isEmpty()) {
            findings.map("ways of these signal groups meet, and \"conflicts\" lets them be green together: "
                    + list(missing) + "; right only where one of them yields");
        }
        List<String> apart = map.conflicts().stream()
                .filter(conflict -> !meeting.containsKey(conflict))
                .sorted(Ways.ORDER)
                .map(Conflicts::shown)
                .toList();
        if (!apart.isEmpty()) {
            findings.map("\"conflicts\" names signal groups whose ways never meet: " + list(apart));
        }
    }

    private static String list(List<String> pairs) {
        String told = pairs.stream().limit(TOLD).collect(Collectors.joining(", "));
        return pairs.size() > TOLD ? told + " and " + (pairs.size() - TOLD) + " more" : told;
    }

    private static String shown(Conflict conflict) {
        return "[" + conflict.group() + ", " + conflict.other() + "]";
    }
}
