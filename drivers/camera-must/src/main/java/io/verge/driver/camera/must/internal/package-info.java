/** MUST sensors: cameras that send each object they see as a line of text in a datagram. */
@NullMarked
package io.verge.driver.camera.must.internal;

import org.jspecify.annotations.NullMarked;
