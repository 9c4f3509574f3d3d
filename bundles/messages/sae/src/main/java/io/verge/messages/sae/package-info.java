/**
 * The entry to the messages of SAE J2735, which are generated into the package beside this one. Every method may be
 * called by any thread.
 */
@NullMarked
@Version("1.0.0")
package io.verge.messages.sae;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
