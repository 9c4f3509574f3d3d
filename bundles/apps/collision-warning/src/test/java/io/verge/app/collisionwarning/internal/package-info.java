/** Who is about to collide, in scenes of test traffic. */
@NullMarked
package io.verge.app.collisionwarning.internal;

import org.jspecify.annotations.NullMarked;
