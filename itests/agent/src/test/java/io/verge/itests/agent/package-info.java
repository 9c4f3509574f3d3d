/** The packaged agent as a process. */
@NullMarked
package io.verge.itests.agent;

import org.jspecify.annotations.NullMarked;
