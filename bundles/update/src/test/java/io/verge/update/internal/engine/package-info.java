@NullMarked
package io.verge.update.internal.engine;

import org.jspecify.annotations.NullMarked;
