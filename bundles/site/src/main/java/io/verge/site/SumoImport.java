package io.verge.site;

import io.verge.api.geo.Wgs84;
import io.verge.site.internal.sumo.Crossing;
import io.verge.site.internal.sumo.SumoNet;
import io.verge.site.internal.sumo.SumoXml;
import java.util.Map;
import java.util.Optional;

/**
 * One junction of a road network of the traffic simulator SUMO ({@code .net.xml}) as a map. The README of this bundle says what
 * becomes of what.
 */
public final class SumoImport {
    /** The greatest network that is read, octets. */
    public static final int MAX_SIZE = 32 << 20;

    private SumoImport() {}

    /** Which links of a signal program make one signal group. */
    public enum Groups {
        /** Those that show the same in every phase of every program. */
        SAME_BEHAVIOUR,
        /** Each its own: link index + 1. */
        EACH_LINK
    }

    /**
     * What a network does not say.
     *
     * @param junction the id of the junction; empty: the only one with a traffic light, else the only one where roads meet
     * @param origin where the centre of the junction lies; empty: where the network's projection says
     */
    public record Options(Optional<String> junction, Optional<Wgs84> origin, Groups groups) {
        /** The only junction, wherever the network says, a group for links of the same behaviour. */
        public static Options defaults() {
            return new Options(Optional.empty(), Optional.empty(), Groups.SAME_BEHAVIOUR);
        }

        /** With the centre of the junction there. */
        public Options at(Wgs84 centre) {
            return new Options(junction, Optional.of(centre), groups);
        }

        /** Of this junction. */
        public Options of(String id) {
            return new Options(Optional.of(id), origin, groups);
        }

        /** With groups of this kind. */
        public Options groupedBy(Groups kind) {
            return new Options(junction, origin, kind);
        }
    }

    /**
     * The map, and how it calls what the network calls otherwise.
     *
     * @param lanes lane and crosswalk ids of the map by lane ids of the network; several lanes that follow one another may have
     *     become one
     * @param groups signal groups of the map by link index of the junction's traffic light
     */
    public record Result(ImportedMap imported, Map<String, Integer> lanes, Map<Integer, Integer> groups) {
        public Result {
            lanes = Map.copyOf(lanes);
            groups = Map.copyOf(groups);
        }
    }

    /**
     * Reads a network.
     *
     * @throws MapImportException when it is none, or no map can be made of the junction
     */
    public static Result read(byte[] net, Options options) throws MapImportException {
        if (net.length > MAX_SIZE) {
            throw new MapImportException(
                    "is greater than " + MAX_SIZE + " octets; cut the junction out of the network");
        }
        SumoNet read = SumoXml.read(net);
        return Crossing.of(read, options);
    }
}
