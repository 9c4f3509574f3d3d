/** JSON as trees: strict reading, writing, merge patches. */
@NullMarked
package io.verge.cloud.internal.tree;

import org.jspecify.annotations.NullMarked;
