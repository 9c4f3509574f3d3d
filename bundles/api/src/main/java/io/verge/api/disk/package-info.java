/** What the parts that must survive a power cut do to files, behind one seam so that tests can let each step of it fail. */
@NullMarked
@Version("1.1.0")
package io.verge.api.disk;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
