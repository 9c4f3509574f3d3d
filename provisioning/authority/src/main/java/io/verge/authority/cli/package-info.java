/** The commands of {@code verge-provision}. */
@NullMarked
package io.verge.authority.cli;

import org.jspecify.annotations.NullMarked;
