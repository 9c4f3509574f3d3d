/** Signal states and times that a controller broadcasts over UDP. */
@NullMarked
package io.verge.driver.signal.tscbm.internal;

import org.jspecify.annotations.NullMarked;
