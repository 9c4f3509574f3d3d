/** Maps as people write them. */
@NullMarked
package io.verge.site;

import org.jspecify.annotations.NullMarked;
