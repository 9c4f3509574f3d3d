/** What signed metadata says that a box is to run, and why it may not. */
@NullMarked
package io.verge.update.internal.engine.release;

import org.jspecify.annotations.NullMarked;
