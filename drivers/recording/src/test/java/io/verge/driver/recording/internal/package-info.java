/** Tests of the recording driver. */
@NullMarked
package io.verge.driver.recording.internal;

import org.jspecify.annotations.NullMarked;
