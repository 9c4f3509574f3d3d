/** Names on the wire, and the documents that the box publishes. */
@NullMarked
package io.verge.cloud.internal.contract;

import org.jspecify.annotations.NullMarked;
