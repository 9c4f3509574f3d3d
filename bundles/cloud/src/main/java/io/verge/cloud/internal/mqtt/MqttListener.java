package io.verge.cloud.internal.mqtt;

import java.util.List;

/** What happens at a port. Called by threads of the library: only puts it on the owner's queue, and never calls the port. */
public interface MqttListener {
    /** The broker has accepted the connection. */
    void connected(Accepted accepted);

    /** The connection is over, or did not come about. */
    void ended(Ended why);

    /**
     * The broker has answered a subscription.
     *
     * @param reasons one for each filter; below 0x80 it was granted
     */
    void subscribed(List<Integer> reasons);

    /**
     * A message is with the broker, or was refused by it.
     *
     * @param token as it was given with the message
     * @param reason of PUBACK; below 0x80 the broker has it; {@link Ended#NONE} when it never went out
     */
    void delivered(long token, int reason);

    /**
     * A message has come.
     *
     * @return false when there is no room for it: it is not acknowledged, and the connection ends
     */
    boolean arrived(Inbound message);

    /** Octets came from the broker, whatever they are: it is alive. Told once for many. */
    void heard();
}
