/** What the outbox holds becomes publications, and confirmations come back. */
@NullMarked
package io.verge.cloud.internal.drain;

import org.jspecify.annotations.NullMarked;
