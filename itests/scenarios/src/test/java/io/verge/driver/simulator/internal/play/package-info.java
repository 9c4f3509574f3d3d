/** What the simulator's sensors see, without their sockets. */
@NullMarked
package io.verge.driver.simulator.internal.play;

import org.jspecify.annotations.NullMarked;
