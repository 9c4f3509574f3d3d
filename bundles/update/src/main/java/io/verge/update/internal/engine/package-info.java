/** How a box comes from one set of bundles to another, and back: decided here, and done by what {@link LiveSet} and its like stand for. */
@NullMarked
package io.verge.update.internal.engine;

import org.jspecify.annotations.NullMarked;
