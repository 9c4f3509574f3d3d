@NullMarked
package io.verge.driver.simulator.internal;

import org.jspecify.annotations.NullMarked;
