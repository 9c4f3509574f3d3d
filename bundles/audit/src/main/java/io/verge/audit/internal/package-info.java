/** The trail of all writes: written on a thread of its own, each entry over the hash of the one before. */
@NullMarked
package io.verge.audit.internal;

import org.jspecify.annotations.NullMarked;
