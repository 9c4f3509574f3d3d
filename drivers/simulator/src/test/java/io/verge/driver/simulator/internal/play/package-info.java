@NullMarked
package io.verge.driver.simulator.internal.play;

import org.jspecify.annotations.NullMarked;
