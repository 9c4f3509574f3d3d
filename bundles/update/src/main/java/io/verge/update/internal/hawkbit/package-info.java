/** A hawkBit server as one of those who want updates. */
@NullMarked
package io.verge.update.internal.hawkbit;

import org.jspecify.annotations.NullMarked;
