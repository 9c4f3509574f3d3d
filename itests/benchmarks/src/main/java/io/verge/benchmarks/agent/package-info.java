/**
 * The packaged agent as a process of its own, held to its limits from outside: how soon it speaks, how fresh what it says is,
 * what an update costs, what is left behind. {@code agent-limits.sh} starts the classes with a {@code main} here.
 */
@NullMarked
package io.verge.benchmarks.agent;

import org.jspecify.annotations.NullMarked;
