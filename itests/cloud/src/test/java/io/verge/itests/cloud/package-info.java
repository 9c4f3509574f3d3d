/** The cloud side of the box against histories, fleets and weak networks. */
@NullMarked
package io.verge.itests.cloud;

import org.jspecify.annotations.NullMarked;
