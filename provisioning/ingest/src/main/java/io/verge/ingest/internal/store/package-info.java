/** Where records are kept, each once. */
@NullMarked
package io.verge.ingest.internal.store;

import org.jspecify.annotations.NullMarked;
