/** Golden images: one for all boxes of a model, with a slot for the identity of each. */
@NullMarked
package io.verge.authority.image;

import org.jspecify.annotations.NullMarked;
