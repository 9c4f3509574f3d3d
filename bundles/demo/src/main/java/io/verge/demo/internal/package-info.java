/** The demo's window: what goes through the agent, once a second, and a verdict at the end. */
@NullMarked
package io.verge.demo.internal;

import org.jspecify.annotations.NullMarked;
