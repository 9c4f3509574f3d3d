/** The simulator as a device: its configuration, its thread and its life. */
@NullMarked
package io.verge.driver.simulator.internal;

import org.jspecify.annotations.NullMarked;
