/** The command {@code verge-provision}. */
@NullMarked
package io.verge.authority;

import org.jspecify.annotations.NullMarked;
