/** The parts, and the service in a real framework. */
@NullMarked
package io.verge.profile.internal;

import org.jspecify.annotations.NullMarked;
