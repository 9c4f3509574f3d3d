/** The crossing as it is built: lanes, crosswalks, connections and which signal groups exclude each other. */
@NullMarked
@Version("1.0.0")
package io.verge.api.site;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
