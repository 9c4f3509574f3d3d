/** Benchmarks of the collision warning: in its package, to reach what its bundle keeps to itself. */
@NullMarked
package io.verge.app.collisionwarning.internal;

import org.jspecify.annotations.NullMarked;
