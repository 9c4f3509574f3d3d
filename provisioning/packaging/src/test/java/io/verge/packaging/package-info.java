/** Tests of the packages, and of what they install. */
@NullMarked
package io.verge.packaging;

import org.jspecify.annotations.NullMarked;
