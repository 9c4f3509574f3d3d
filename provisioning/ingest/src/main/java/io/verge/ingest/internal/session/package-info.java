/** One connection to the broker. */
@NullMarked
package io.verge.ingest.internal.session;

import org.jspecify.annotations.NullMarked;
