/** What following road users costs; here because the tracker shows itself to its own package alone. */
@NullMarked
package io.verge.perception.internal;

import org.jspecify.annotations.NullMarked;
