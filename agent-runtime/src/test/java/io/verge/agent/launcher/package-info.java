@NullMarked
package io.verge.agent.launcher;

import org.jspecify.annotations.NullMarked;
