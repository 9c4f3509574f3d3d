package io.verge.api.site;

import java.util.List;
import java.util.Set;

/**
 * The crossing as it is built.
 *
 * @param region of the crossing's id, 0 to 65535
 * @param id of the crossing, 0 to 65535
 * @param name for people
 * @param revision 0 to 127, raised at each change of the map
 * @param conflicts pairs of signal groups that exclude each other; complete, so what is not named may be green together
 */
public record SiteMap(
        int region,
        int id,
        String name,
        int revision,
        List<Approach> approaches,
        List<Lane> lanes,
        List<Crosswalk> crosswalks,
        Set<Conflict> conflicts) {
    public SiteMap {
        approaches = List.copyOf(approaches);
        lanes = List.copyOf(lanes);
        crosswalks = List.copyOf(crosswalks);
        conflicts = Set.copyOf(conflicts);
    }
}
