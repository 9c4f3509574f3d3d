/** Gets records out of a file of the outbox that does not open any more; without a running agent. */
@NullMarked
@Version("1.0.0")
package io.verge.outbox;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
