@NullMarked
package io.verge.driver.simulator.internal.world;

import org.jspecify.annotations.NullMarked;
