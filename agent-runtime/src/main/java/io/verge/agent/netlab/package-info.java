/** A weak network on the bench, as a command. */
@NullMarked
package io.verge.agent.netlab;

import org.jspecify.annotations.NullMarked;
