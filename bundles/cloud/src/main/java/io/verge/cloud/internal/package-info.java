@NullMarked
package io.verge.cloud.internal;

import org.jspecify.annotations.NullMarked;
