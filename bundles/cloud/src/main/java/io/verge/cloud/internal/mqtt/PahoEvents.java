package io.verge.cloud.internal.mqtt;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** What Paho tells, told to the listener. */
final class PahoEvents implements MqttCallback {
    private final MqttListener listener;
    private final Consumer<Ended> end;

    PahoEvents(MqttListener listener, Consumer<Ended> end) {
        this.listener = listener;
        this.end = end;
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        end.accept(PahoMessages.ended(response));
    }

    /** @throws MqttException when there is no room: Paho then does not acknowledge, and it comes again with the next session */
    @Override
    public void messageArrived(String topic, MqttMessage message) throws MqttException {
        if (!listener.arrived(PahoMessages.inbound(topic, message))) {
            end.accept(Ended.network("more messages came than were asked for"));
            throw new MqttException(MqttException.REASON_CODE_CLIENT_EXCEPTION);
        }
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        // What ends the connection is told as its end.
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Told to the listener of each message.
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // Told to the listener of the connection.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // Enhanced authentication is not used.
    }
}
