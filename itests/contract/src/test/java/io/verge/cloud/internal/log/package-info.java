@NullMarked
package io.verge.cloud.internal.log;

import org.jspecify.annotations.NullMarked;
