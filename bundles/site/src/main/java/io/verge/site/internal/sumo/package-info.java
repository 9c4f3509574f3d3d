/** Networks of the traffic simulator SUMO: reading them, and making the map of one junction. */
@NullMarked
package io.verge.site.internal.sumo;

import org.jspecify.annotations.NullMarked;
