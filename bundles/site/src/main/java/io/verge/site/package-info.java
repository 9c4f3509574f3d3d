/** Reading, checking and importing the map of a crossing without a running agent, for tools. */
@NullMarked
@Version("1.1.0")
package io.verge.site;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
