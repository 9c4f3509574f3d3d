package io.verge.cloud.internal.mqtt;

import java.util.List;

/**
 * One client of one broker, for one connection: the six things that a session needs of an MQTT 5 library. Called by the owner's
 * thread alone; every method returns at once, and what comes of it is told to the {@link MqttListener}. After {@link #abandon}
 * nothing more is told, and another port is made.
 */
public interface MqttPort {
    /** Dials, and sends CONNECT. Called once. Ends in {@link MqttListener#connected} or {@link MqttListener#ended}, or never. */
    void connect(ConnectSettings settings);

    /**
     * Sends a message. Ends in {@link MqttListener#delivered}: with quality 1 when the broker has acknowledged it, with 0 when it
     * has been handed to the network.
     *
     * @param token for the listener
     */
    void publish(Outbound message, long token);

    /** Subscribes at quality 1. Ends in {@link MqttListener#subscribed}. */
    void subscribe(List<String> filters);

    /** Asks the broker for a sign of life, unless something has been sent lately; the answer is {@link MqttListener#heard}. */
    void probe();

    /**
     * Says good-bye. The broker then does not publish the will, unless the reason is 0x04.
     *
     * @param reason of DISCONNECT: 0x00, or 0x04 "disconnect with will message"
     */
    void disconnect(int reason);

    /** Closes the socket and forgets the client, whatever it is doing; its threads end by themselves. May be called at any time. */
    void abandon();

    /** Makes clients. */
    interface Factory {
        /** A client that tells this listener what happens. */
        MqttPort open(MqttListener listener);
    }
}
