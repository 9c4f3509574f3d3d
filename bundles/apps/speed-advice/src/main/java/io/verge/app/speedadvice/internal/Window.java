package io.verge.app.speedadvice.internal;

import org.jspecify.annotations.Nullable;

/**
 * The speeds that bring somebody to the stop line while it is green and the queue is gone: at most d / (start + queue), at least
 * d / end, within what may be advised.
 *
 * @param least m/s
 * @param greatest m/s, not less than least
 */
record Window(double least, double greatest) {
    /**
     * The speeds for somebody at a distance.
     *
     * @param distance to the stop line, m
     * @param start seconds until the stop line is free; zero or less when it is
     * @param end seconds until the green ends
     * @param slowest m/s
     * @param fastest m/s
     * @return null when no such speed is permitted
     */
    static @Nullable Window of(double distance, double start, double end, double slowest, double fastest) {
        if (!(end > 0) || start >= end) {
            return null;
        }
        double least = Math.max(slowest, distance / end);
        double greatest = start > 0 ? Math.min(fastest, distance / start) : fastest;
        return least <= greatest ? new Window(least, greatest) : null;
    }
}
