@NullMarked
package io.verge.ingest.internal.line;

import org.jspecify.annotations.NullMarked;
