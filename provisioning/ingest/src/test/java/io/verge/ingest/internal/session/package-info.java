@NullMarked
package io.verge.ingest.internal.session;

import org.jspecify.annotations.NullMarked;
