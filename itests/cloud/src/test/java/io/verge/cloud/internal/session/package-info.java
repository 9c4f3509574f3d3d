/** Beside the session, to put one together without a framework. */
@NullMarked
package io.verge.cloud.internal.session;

import org.jspecify.annotations.NullMarked;
