/** Whether sensors agree with the picture that all of them make together. */
@NullMarked
package io.verge.perception.internal.check;

import org.jspecify.annotations.NullMarked;
