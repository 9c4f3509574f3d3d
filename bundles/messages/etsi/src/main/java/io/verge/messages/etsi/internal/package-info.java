/** ETSI ITS as the box speaks it: announcements to messages, received messages to self reports. */
@NullMarked
package io.verge.messages.etsi.internal;

import org.jspecify.annotations.NullMarked;
