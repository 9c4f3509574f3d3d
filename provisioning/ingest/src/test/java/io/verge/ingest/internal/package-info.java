@NullMarked
package io.verge.ingest.internal;

import org.jspecify.annotations.NullMarked;
