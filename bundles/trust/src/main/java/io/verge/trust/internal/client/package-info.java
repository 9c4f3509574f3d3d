/** The order in which a client comes to trust metadata, and what it keeps. */
@NullMarked
package io.verge.trust.internal.client;

import org.jspecify.annotations.NullMarked;
