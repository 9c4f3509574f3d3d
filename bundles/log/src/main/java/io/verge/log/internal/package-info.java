/** The log of the framework, and the last lines of all logs. */
@NullMarked
package io.verge.log.internal;

import org.jspecify.annotations.NullMarked;
