/** The folder of an authority: keys that stay off-line, keys that sign all the time, and the repository. */
@NullMarked
package io.verge.authority.store;

import org.jspecify.annotations.NullMarked;
