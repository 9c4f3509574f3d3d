/** The agent's log on the wire, when somebody asks for it. */
@NullMarked
package io.verge.cloud.internal.log;

import org.jspecify.annotations.NullMarked;
