@NullMarked
package io.verge.cloud.internal.drain;

import org.jspecify.annotations.NullMarked;
