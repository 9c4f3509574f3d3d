/** The identity of a box without a framework. */
@NullMarked
package io.verge.cloud.internal.identity;

import org.jspecify.annotations.NullMarked;
