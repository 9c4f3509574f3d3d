/**
 * Data elements that are alike in all sets: SAE J2735 defined them, ISO/TS 19091 and T/CSAE 53 took them over. What a value of
 * the agent is in the steps, bits or classes of such a field, and back.
 */
@NullMarked
@Version("1.0.0")
package io.verge.messages.facilities.element;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
