/** The commands that look at a running agent and change it, through its CoAP door. */
@NullMarked
package io.verge.agent.remote;

import org.jspecify.annotations.NullMarked;
