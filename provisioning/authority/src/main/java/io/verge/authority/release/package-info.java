/** What boxes may install: bundles, releases and channels, signed and published. */
@NullMarked
package io.verge.authority.release;

import org.jspecify.annotations.NullMarked;
