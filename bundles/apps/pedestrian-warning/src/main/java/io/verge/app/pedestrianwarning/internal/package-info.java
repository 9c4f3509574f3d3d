/** People on the road with traffic coming. */
@NullMarked
package io.verge.app.pedestrianwarning.internal;

import org.jspecify.annotations.NullMarked;
