/** Boxes ask over the broker for the certificate that follows theirs, and get it when they are who they say. */
@NullMarked
package io.verge.authority.renewal;

import org.jspecify.annotations.NullMarked;
