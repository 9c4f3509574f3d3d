/** Files of a box without a framework. */
@NullMarked
package io.verge.cloud.internal.file;

import org.jspecify.annotations.NullMarked;
