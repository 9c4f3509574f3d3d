/** How profiles are read, checked and applied. */
@NullMarked
package io.verge.profile.internal;

import org.jspecify.annotations.NullMarked;
