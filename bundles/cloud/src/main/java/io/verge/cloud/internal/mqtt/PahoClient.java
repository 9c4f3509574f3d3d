package io.verge.cloud.internal.mqtt;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttPingSender;
import org.eclipse.paho.mqttv5.client.internal.ClientComms;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** Paho's client on a wire of ours, without a timer of its own. */
final class PahoClient extends MqttAsyncClient {
    private final Wire wire;

    PahoClient(ConnectSettings settings, Wire wire) throws MqttException {
        // The address is for its messages alone: the wire knows where to go, and whether by TLS.
        super("tcp://localhost", settings.client(), new MemoryPersistence(), new NoTimer(), null);
        this.wire = wire;
    }

    @Override
    protected NetworkModule[] createNetworkModules(String address, MqttConnectionOptions options) {
        return new NetworkModule[] {wire};
    }

    /** Does not wait for what is in flight: that is sent again anyway. */
    void goodbye(int reason, Runnable done) throws MqttException {
        disconnect(0, null, new Parted(done), reason, new MqttProperties());
    }

    private record Parted(Runnable done) implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            done.run();
        }

        @Override
        public void onFailure(@Nullable IMqttToken token, Throwable exception) {
            done.run();
        }
    }

    /** The session has its own idea of when to ask for a sign of life. */
    private static final class NoTimer implements MqttPingSender {
        @Override
        public void init(ClientComms comms) {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public void schedule(long delayInMilliseconds) {}
    }
}
