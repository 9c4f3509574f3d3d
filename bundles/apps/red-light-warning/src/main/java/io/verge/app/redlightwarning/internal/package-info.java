/** Who is about to cross a stop line on red. */
@NullMarked
package io.verge.app.redlightwarning.internal;

import org.jspecify.annotations.NullMarked;
