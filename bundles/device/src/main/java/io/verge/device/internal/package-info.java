/** The transports: serial ports, TCP, UDP, WebSocket and files. */
@NullMarked
package io.verge.device.internal;

import org.jspecify.annotations.NullMarked;
