package io.verge.site;

import io.verge.api.geo.SiteFrame;
import io.verge.api.site.SiteMap;
import java.util.List;

/**
 * A map that was made from another format: the neutral form between its importer and the GeoJSON that {@link MapFile#write}
 * makes of it.
 *
 * @param frame the frame of the map's positions
 * @param notes what was left out, assumed or numbered anew, for people
 */
public record ImportedMap(SiteMap map, SiteFrame frame, List<String> notes) {
    public ImportedMap {
        notes = List.copyOf(notes);
    }
}
