package io.verge.api.site;

/**
 * One arm of the crossing.
 *
 * @param id 1 to 15, unique in the map
 * @param name of the road, for people
 * @param upstreamNode the id of the crossing at its other end, 0 to 65535; 0 when there is none. T/CSAE 53 names links by it
 */
public record Approach(int id, String name, int upstreamNode) {}
