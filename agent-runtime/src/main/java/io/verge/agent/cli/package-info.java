/** The command line {@code verge}. */
@NullMarked
package io.verge.agent.cli;

import org.jspecify.annotations.NullMarked;
