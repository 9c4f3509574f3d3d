/** Hostile datagrams of a camera. */
@NullMarked
package io.verge.driver.camera.must.internal;

import org.jspecify.annotations.NullMarked;
