/** Who is on the road. */
@NullMarked
package io.verge.app.sensorsharing.internal;

import org.jspecify.annotations.NullMarked;
