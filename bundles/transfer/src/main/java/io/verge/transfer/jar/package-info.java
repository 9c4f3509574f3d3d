/** Jars of strangers looked at from outside, and the canonical form that is signed. */
@NullMarked
@Version("1.0.0")
package io.verge.transfer.jar;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
