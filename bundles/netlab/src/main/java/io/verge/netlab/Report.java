package io.verge.netlab;

/**
 * What a proxy has done since its start.
 *
 * @param up from the box to the cloud
 * @param down from the cloud to the box
 * @param connections that stand, or peers of UDP that were heard of lately
 * @param resets of connections
 * @param outage whether the link is down now
 */
public record Report(Way up, Way down, int connections, long resets, boolean outage) {
    /**
     * One direction.
     *
     * @param octets that came out
     * @param passed segments or datagrams that came out
     * @param stalled segments that TCP had to send again
     * @param lost datagrams
     * @param vanished segments of connections that a NAT has forgotten
     * @param mischief datagrams that came twice, late by order, or corrupt
     * @param waiting octets in the queue before the link
     */
    public record Way(long octets, long passed, long stalled, long lost, long vanished, long mischief, long waiting) {}
}
