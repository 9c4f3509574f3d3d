/** The box's side of Eclipse hawkBit's direct device integration. */
@NullMarked
@Version("1.0.0")
package io.verge.transfer.hawkbit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
