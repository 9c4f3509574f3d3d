/** A virtual crossing: its geometry, its signal plan and who moves on it. Pure; the same seed gives the same world. */
@NullMarked
package io.verge.driver.simulator.internal.world;

import org.jspecify.annotations.NullMarked;
