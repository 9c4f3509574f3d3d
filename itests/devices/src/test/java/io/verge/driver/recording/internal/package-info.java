/** Hostile recordings. */
@NullMarked
package io.verge.driver.recording.internal;

import org.jspecify.annotations.NullMarked;
