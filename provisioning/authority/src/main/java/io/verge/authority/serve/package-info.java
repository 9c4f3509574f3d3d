/** The command {@code verge-provision serve}. */
@NullMarked
package io.verge.authority.serve;

import org.jspecify.annotations.NullMarked;
