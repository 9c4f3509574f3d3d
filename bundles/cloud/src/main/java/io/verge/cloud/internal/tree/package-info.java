/** Merge patches of JSON. */
@NullMarked
package io.verge.cloud.internal.tree;

import org.jspecify.annotations.NullMarked;
