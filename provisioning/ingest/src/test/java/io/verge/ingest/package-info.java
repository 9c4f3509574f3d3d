@NullMarked
package io.verge.ingest;

import org.jspecify.annotations.NullMarked;
