/** Hostile maps. */
@NullMarked
package io.verge.site;

import org.jspecify.annotations.NullMarked;
