/** SAE J2735 as the box speaks it: announcements to messages, received messages to self reports. */
@NullMarked
package io.verge.messages.sae.internal;

import org.jspecify.annotations.NullMarked;
