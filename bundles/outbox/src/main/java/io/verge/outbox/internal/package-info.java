/** Durable store-and-forward on SQLite. */
@NullMarked
package io.verge.outbox.internal;

import org.jspecify.annotations.NullMarked;
