/** Making and checking the map of a crossing without a running agent. */
@NullMarked
package io.verge.agent.map;

import org.jspecify.annotations.NullMarked;
