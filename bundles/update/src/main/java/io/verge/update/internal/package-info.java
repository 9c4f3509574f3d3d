/** Single bundles, installed and replaced while the agent runs. */
@NullMarked
package io.verge.update.internal;

import org.jspecify.annotations.NullMarked;
