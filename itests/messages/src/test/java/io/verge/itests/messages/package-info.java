/** The message sets against programs written by others. */
@NullMarked
package io.verge.itests.messages;

import org.jspecify.annotations.NullMarked;
