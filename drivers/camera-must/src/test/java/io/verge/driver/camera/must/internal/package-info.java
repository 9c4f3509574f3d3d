/** Tests of the MUST camera driver. */
@NullMarked
package io.verge.driver.camera.must.internal;

import org.jspecify.annotations.NullMarked;
