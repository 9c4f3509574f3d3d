/**
 * What the message sets have in common, whichever standard they speak: numbers for what is spoken of, what is remembered from
 * one message to the next, lines that fit, the translation between editions. Nothing here knows a generated type.
 */
@NullMarked
@Version("1.0.0")
package io.verge.messages.facilities;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
