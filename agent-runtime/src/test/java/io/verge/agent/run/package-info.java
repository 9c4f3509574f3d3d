@NullMarked
package io.verge.agent.run;

import org.jspecify.annotations.NullMarked;
