/** T/CSAE 53 as the box speaks it: announcements to messages, received messages to self reports. */
@NullMarked
package io.verge.messages.csae.internal;

import org.jspecify.annotations.NullMarked;
