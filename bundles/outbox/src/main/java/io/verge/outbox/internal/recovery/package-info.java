/** Reads pages of SQLite's file format one by one, whatever became of their neighbours. */
@NullMarked
package io.verge.outbox.internal.recovery;

import org.jspecify.annotations.NullMarked;
