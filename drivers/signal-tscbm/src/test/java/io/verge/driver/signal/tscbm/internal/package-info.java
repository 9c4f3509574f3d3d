/** Tests of the TSCBM driver. */
@NullMarked
package io.verge.driver.signal.tscbm.internal;

import org.jspecify.annotations.NullMarked;
