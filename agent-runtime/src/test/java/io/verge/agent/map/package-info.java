/** Maps made of what others have. */
@NullMarked
package io.verge.agent.map;

import org.jspecify.annotations.NullMarked;
