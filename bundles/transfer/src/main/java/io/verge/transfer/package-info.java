/** Fetches files over weak networks: piece by piece, each piece with a hash of its own, and goes on after any interruption. */
@NullMarked
@Version("1.0.0")
package io.verge.transfer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
