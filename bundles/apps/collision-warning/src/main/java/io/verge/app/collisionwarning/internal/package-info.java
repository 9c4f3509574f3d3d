/** Who is about to collide. */
@NullMarked
package io.verge.app.collisionwarning.internal;

import org.jspecify.annotations.NullMarked;
