/** Which set of bundles a box starts: immutable generations, the pointers to them, and the count of starts that failed. */
@NullMarked
@Version("1.0.0")
package io.verge.generation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
