/** Takes from the broker, keeps in the database, acknowledges. */
@NullMarked
package io.verge.ingest.internal;

import org.jspecify.annotations.NullMarked;
