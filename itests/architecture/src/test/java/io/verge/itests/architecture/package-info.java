/** The rules of the house, as tests. */
@NullMarked
package io.verge.itests.architecture;

import org.jspecify.annotations.NullMarked;
