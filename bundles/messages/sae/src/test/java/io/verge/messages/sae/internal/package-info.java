/** Tests of the message set. */
@NullMarked
package io.verge.messages.sae.internal;

import org.jspecify.annotations.NullMarked;
