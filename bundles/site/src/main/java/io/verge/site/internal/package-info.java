/** The site of this box, and how its map is read. */
@NullMarked
package io.verge.site.internal;

import org.jspecify.annotations.NullMarked;
