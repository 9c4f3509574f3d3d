/** Road users announced from scenes. */
@NullMarked
package io.verge.app.sensorsharing.internal;

import org.jspecify.annotations.NullMarked;
