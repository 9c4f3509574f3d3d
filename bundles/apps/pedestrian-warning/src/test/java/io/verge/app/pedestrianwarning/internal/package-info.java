/** People on the road with traffic coming, in scenes of test traffic. */
@NullMarked
package io.verge.app.pedestrianwarning.internal;

import org.jspecify.annotations.NullMarked;
