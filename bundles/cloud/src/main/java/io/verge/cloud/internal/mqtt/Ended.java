package io.verge.cloud.internal.mqtt;

import org.jspecify.annotations.Nullable;

/**
 * Why a connection is over.
 *
 * @param reason of CONNACK or DISCONNECT (MQTT 5, 2.4), 0x80 and above when the broker said one; else {@link #NONE}
 * @param cause in words, for people
 * @param reference the server that the broker sends us to; null when it named none
 */
public record Ended(int reason, String cause, @Nullable String reference) {
    /** The broker has said no reason: the network ended it. */
    public static final int NONE = -1;

    public static Ended network(String cause) {
        return new Ended(NONE, cause, null);
    }
}
