package io.verge.authority.rollout.fleet;

/**
 * What is asked of a box.
 *
 * @param attempt number of the wish for this release, from 1
 */
public record Wish(String release, int attempt) {}
