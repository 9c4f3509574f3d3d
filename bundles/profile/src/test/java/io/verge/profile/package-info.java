/** What profiles are right, and what is said of those that are wrong. */
@NullMarked
package io.verge.profile;

import org.jspecify.annotations.NullMarked;
