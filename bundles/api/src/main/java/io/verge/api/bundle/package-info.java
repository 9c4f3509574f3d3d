/** The bundles that the agent is made of, and changing single ones while it runs. */
@NullMarked
@Version("1.2.0")
package io.verge.api.bundle;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
