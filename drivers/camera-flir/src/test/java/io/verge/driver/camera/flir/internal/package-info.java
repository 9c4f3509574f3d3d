/** Tests of the FLIR camera driver. */
@NullMarked
package io.verge.driver.camera.flir.internal;

import org.jspecify.annotations.NullMarked;
