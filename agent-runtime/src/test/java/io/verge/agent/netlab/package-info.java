@NullMarked
package io.verge.agent.netlab;

import org.jspecify.annotations.NullMarked;
