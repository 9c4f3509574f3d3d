/** What travels in the place of a jar: packed, or as what has changed since a jar that the box has. */
@NullMarked
@Version("1.0.0")
package io.verge.transfer.pack;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
