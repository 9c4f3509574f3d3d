@NullMarked
package io.verge.cloud.internal.keys;

import org.jspecify.annotations.NullMarked;
