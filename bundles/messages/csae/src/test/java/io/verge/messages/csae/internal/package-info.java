/** Tests of the message set. */
@NullMarked
package io.verge.messages.csae.internal;

import org.jspecify.annotations.NullMarked;
