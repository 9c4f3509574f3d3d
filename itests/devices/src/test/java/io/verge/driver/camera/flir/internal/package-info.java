/** Hostile messages of a camera. */
@NullMarked
package io.verge.driver.camera.flir.internal;

import org.jspecify.annotations.NullMarked;
