/** The commands that are an agent: run, demo, replay, probe. */
@NullMarked
package io.verge.agent.run;

import org.jspecify.annotations.NullMarked;
