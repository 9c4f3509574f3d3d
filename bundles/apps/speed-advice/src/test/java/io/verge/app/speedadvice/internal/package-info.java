/** Speeds that bring the traffic through its next greens. */
@NullMarked
package io.verge.app.speedadvice.internal;

import org.jspecify.annotations.NullMarked;
