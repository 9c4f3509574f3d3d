/** Plays what sensors saw, from a file. */
@NullMarked
package io.verge.driver.recording.internal;

import org.jspecify.annotations.NullMarked;
