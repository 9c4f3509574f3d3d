package io.verge.cloud.internal.mqtt;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the broker said in CONNACK.
 *
 * @param resumed whether it had kept the session
 * @param keepAlive that it wants instead of the asked one; null when it agrees
 * @param receiveMaximum publications at quality 1 that it takes before it must have acknowledged one; 1 to 65535
 * @param maximumPacket octets of the greatest packet it takes
 */
public record Accepted(boolean resumed, @Nullable Duration keepAlive, int receiveMaximum, long maximumPacket) {}
