@NullMarked
package io.verge.ingest.internal.store;

import org.jspecify.annotations.NullMarked;
