/** What the cloud should get, by lane. */
@NullMarked
@Version("1.1.0")
package io.verge.api.outbox;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
