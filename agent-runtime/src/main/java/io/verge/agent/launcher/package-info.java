/** Starts the framework from a folder of bundles, keeps its log, and ends it. */
@NullMarked
package io.verge.agent.launcher;

import org.jspecify.annotations.NullMarked;
