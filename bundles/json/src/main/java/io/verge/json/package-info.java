/** The vocabulary as JSON or CBOR, for people and for doors. */
@NullMarked
@Version("1.0.0")
package io.verge.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
