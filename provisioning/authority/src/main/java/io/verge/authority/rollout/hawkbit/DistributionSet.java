package io.verge.authority.rollout.hawkbit;

/**
 * What is assigned to a box.
 *
 * @param id hawkBit's number of it
 * @param created by the server's clock, milliseconds since 1970: no action for it is older
 */
record DistributionSet(long id, long created) {}
