/** What the cloud wants the box to be: judged, tried, kept or taken back. */
@NullMarked
package io.verge.cloud.internal.twin;

import org.jspecify.annotations.NullMarked;
