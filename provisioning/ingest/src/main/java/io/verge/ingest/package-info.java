/** The reference consumer of what boxes send. */
@NullMarked
package io.verge.ingest;

import org.jspecify.annotations.NullMarked;
