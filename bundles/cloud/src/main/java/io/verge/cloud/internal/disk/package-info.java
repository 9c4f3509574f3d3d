/** The few things that must survive a power cut do to the disk, so that tests can let them fail. */
@NullMarked
package io.verge.cloud.internal.disk;

import org.jspecify.annotations.NullMarked;
