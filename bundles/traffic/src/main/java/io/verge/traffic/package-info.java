/** What apps share: the geometry of the map, predicted motion, contact of bodies, the life of events. Pure: no clock, no thread. */
@NullMarked
@Version("1.0.0")
package io.verge.traffic;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
