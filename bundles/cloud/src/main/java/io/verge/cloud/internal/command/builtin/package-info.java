/** The commands that every box knows. */
@NullMarked
package io.verge.cloud.internal.command.builtin;

import org.jspecify.annotations.NullMarked;
