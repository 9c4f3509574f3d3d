/**
 * Tracking and fusion: from what all sensors saw to one picture of the site. {@link io.verge.perception.internal.Tracker} and
 * all below it are pure: one thread, no clock, no I/O, the same input gives the same output;
 * {@link io.verge.perception.internal.Perception} ties them to the services.
 */
@NullMarked
package io.verge.perception.internal;

import org.jspecify.annotations.NullMarked;
