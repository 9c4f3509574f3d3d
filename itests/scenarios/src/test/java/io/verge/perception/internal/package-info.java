/** Perception as the framework wires it. */
@NullMarked
package io.verge.perception.internal;

import org.jspecify.annotations.NullMarked;
