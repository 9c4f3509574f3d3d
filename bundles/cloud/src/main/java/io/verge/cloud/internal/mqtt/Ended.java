package io.verge.cloud.internal.mqtt;

import org.jspecify.annotations.Nullable;

/**
 * Why a connection is over.
 *
 * @param reason of CONNACK or DISCONNECT (MQTT 5, 2.4), 0x80 and above when the broker said one; else {@link #NONE} or {@link #UNWELCOME}
 * @param cause in words, for people
 * @param reference the server that the broker sends us to; null when it named none
 */
public record Ended(int reason, String cause, @Nullable String reference) {
    /** The broker has said no reason: the network ended it. */
    public static final int NONE = -1;
    /** The broker has ended TLS before its first word, as one does that does not take the box's certificate: TLS 1.3 says no more. */
    public static final int UNWELCOME = -2;

    public static Ended network(String cause) {
        return new Ended(NONE, cause, null);
    }

    /** Whether it ended since the broker does not take who the box is, as far as that can be told. */
    public boolean refusesBox() {
        return reason == UNWELCOME || reason == 0x86 || reason == 0x87 || reason == 0x8a || reason == 0x8c;
    }
}
