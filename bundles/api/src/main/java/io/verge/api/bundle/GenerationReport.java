package io.verge.api.bundle;

import java.time.Instant;

/**
 * A set of bundles that this box can start.
 *
 * @param number 0 for what was shipped
 * @param release its name; empty for what was shipped
 * @param made when it was made on this box; the epoch for what was shipped
 * @param why what it was made for
 * @param running whether it is what runs now
 * @param current whether it is what the box is to start
 * @param good whether it is what the box goes back to
 * @param size octets of its bundles, without the shipped ones
 */
public record GenerationReport(
        int number,
        String release,
        Instant made,
        String why,
        boolean running,
        boolean current,
        boolean good,
        long size) {}
