/** Puts the engine of updates and what it works with together, as the profile says. */
@NullMarked
package io.verge.update.internal.service;

import org.jspecify.annotations.NullMarked;
