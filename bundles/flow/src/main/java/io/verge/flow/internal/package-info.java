/** What moves a datum from hop to hop. */
@NullMarked
package io.verge.flow.internal;

import org.jspecify.annotations.NullMarked;
