/**
 * What carries the messages of ETSI ITS and tells them apart: GeoNetworking (EN 302 636-4-1), BTP (EN 302 636-5-1),
 * the choice of the codec for a message, and the JSON of a whole frame. The messages themselves are generated into
 * the packages beside this one.
 *
 * <p>Every value is immutable and every method may be called by any thread. What is decoded is encoded to the same
 * octets again, reserved bits included.
 */
@NullMarked
@Version("1.0.0")
package io.verge.messages.etsi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
