@NullMarked
package io.verge.agent.remote;

import org.jspecify.annotations.NullMarked;
