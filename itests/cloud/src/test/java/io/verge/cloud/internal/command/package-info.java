/** Beside the commands, to put them together without a framework. */
@NullMarked
package io.verge.cloud.internal.command;

import org.jspecify.annotations.NullMarked;
