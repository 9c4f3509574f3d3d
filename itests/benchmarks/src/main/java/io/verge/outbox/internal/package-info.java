/** The outbox beside others that keep records, on the same disk in the same run. */
@NullMarked
package io.verge.outbox.internal;

import org.jspecify.annotations.NullMarked;
