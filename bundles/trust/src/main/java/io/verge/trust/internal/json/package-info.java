/** JSON as TUF has it: strictly read, canonically written. */
@NullMarked
package io.verge.trust.internal.json;

import org.jspecify.annotations.NullMarked;
