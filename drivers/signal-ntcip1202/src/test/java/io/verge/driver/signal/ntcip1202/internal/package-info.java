/** Signal states of a controller after NTCIP 1202, and calls for its phases. */
@NullMarked
package io.verge.driver.signal.ntcip1202.internal;

import org.jspecify.annotations.NullMarked;
