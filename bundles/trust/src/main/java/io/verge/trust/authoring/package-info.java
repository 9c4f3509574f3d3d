/** Makes and signs what {@code io.verge.trust} verifies: keys, roots, targets, and the folder that a web server or a stick offers. */
@NullMarked
@Version("1.0.0")
package io.verge.trust.authoring;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
