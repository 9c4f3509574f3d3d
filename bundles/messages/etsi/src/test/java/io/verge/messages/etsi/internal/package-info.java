/** Tests of the message set. */
@NullMarked
package io.verge.messages.etsi.internal;

import org.jspecify.annotations.NullMarked;
