/**
 * What carries the messages of T/CSAE 53 and tells their editions apart. The messages themselves are generated into
 * the packages beside this one.
 *
 * <p>Every value is immutable and every method may be called by any thread.
 */
@NullMarked
@Version("1.0.0")
package io.verge.messages.csae;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
