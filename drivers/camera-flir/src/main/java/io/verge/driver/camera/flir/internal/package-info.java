/** FLIR cameras with tracking: their subscription and their data messages over a WebSocket. */
@NullMarked
package io.verge.driver.camera.flir.internal;

import org.jspecify.annotations.NullMarked;
