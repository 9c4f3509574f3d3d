/** What strangers send. */
@NullMarked
package io.verge.authority.identity;

import org.jspecify.annotations.NullMarked;
