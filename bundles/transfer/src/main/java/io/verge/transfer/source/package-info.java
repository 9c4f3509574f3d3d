/** Where files come from. */
@NullMarked
@Version("1.0.0")
package io.verge.transfer.source;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
