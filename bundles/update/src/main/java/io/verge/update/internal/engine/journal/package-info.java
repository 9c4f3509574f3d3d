/** What is written down of updates, so that they go on after any restart and are known afterwards. */
@NullMarked
package io.verge.update.internal.engine.journal;

import org.jspecify.annotations.NullMarked;
