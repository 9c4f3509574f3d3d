@NullMarked
package io.verge.cloud.internal.fanout;

import org.jspecify.annotations.NullMarked;
