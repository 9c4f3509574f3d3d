/**
 * What the message sets have in common, whichever standard they speak: numbers for what is spoken of, units of the data
 * elements that they share, and what they remember from one message to the next. Nothing here knows a generated type.
 */
@NullMarked
@Version("1.0.0")
package io.verge.messages.facilities;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
