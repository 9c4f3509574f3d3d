/** The devices that the simulator plays, each by its own protocol on sockets of this host. Used by one thread. */
@NullMarked
package io.verge.driver.simulator.internal.play;

import org.jspecify.annotations.NullMarked;
