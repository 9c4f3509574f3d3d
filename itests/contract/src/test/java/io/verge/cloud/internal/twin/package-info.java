@NullMarked
package io.verge.cloud.internal.twin;

import org.jspecify.annotations.NullMarked;
