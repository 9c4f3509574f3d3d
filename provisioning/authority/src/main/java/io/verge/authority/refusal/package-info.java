/** What is not done, and why. */
@NullMarked
package io.verge.authority.refusal;

import org.jspecify.annotations.NullMarked;
