/** The tracker beside a text-book tracker. */
@NullMarked
package io.verge.itests.perception;

import org.jspecify.annotations.NullMarked;
