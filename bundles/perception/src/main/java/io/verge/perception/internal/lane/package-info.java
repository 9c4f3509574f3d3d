/** On which lane each road user is. */
@NullMarked
package io.verge.perception.internal.lane;

import org.jspecify.annotations.NullMarked;
