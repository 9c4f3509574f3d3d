/** What a road user is, whoever says so. */
@NullMarked
@Version("1.0.0")
package io.verge.api.road;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
