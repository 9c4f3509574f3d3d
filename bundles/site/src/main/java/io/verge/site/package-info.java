/** Reading the map of a crossing without a running agent, for tools that check a profile. */
@NullMarked
@Version("1.0.0")
package io.verge.site;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
