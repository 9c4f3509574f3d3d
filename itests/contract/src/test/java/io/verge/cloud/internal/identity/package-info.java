@NullMarked
package io.verge.cloud.internal.identity;

import org.jspecify.annotations.NullMarked;
