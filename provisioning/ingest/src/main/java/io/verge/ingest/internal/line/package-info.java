/** What boxes send, read: topics, lines of records, what a box says of itself. */
@NullMarked
package io.verge.ingest.internal.line;

import org.jspecify.annotations.NullMarked;
