package io.verge.cloud.internal.mqtt;

import io.verge.cloud.internal.mqtt.PahoMessages.Delivery;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * The port by Eclipse Paho. What is known of its weak spots is kept out of its way: no reconnect, no buffer and no persistence of
 * its own, a window below its own, nothing called from its callbacks, and a socket of ours, so that a client that hangs is cut off
 * instead of waited for. One client for one connection.
 */
public final class PahoPort implements MqttPort {
    /** Paho logs each lost connection as severe; the session says better what happened. Held, since loggers are held weakly. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho.mqttv5.client");

    static {
        PAHO.setLevel(Level.OFF);
    }

    private final MqttListener listener;
    /** Whether the listener has been told of the end, or wants to hear nothing any more. */
    private final AtomicBoolean over = new AtomicBoolean();

    /** Null before {@link #connect}. */
    private @Nullable Wire wire;

    private @Nullable PahoClient client;

    public PahoPort(MqttListener listener) {
        this.listener = listener;
    }

    @Override
    public void connect(ConnectSettings settings) {
        Wire dialled = new Wire(settings, listener::heard);
        wire = dialled;
        try {
            PahoClient made = new PahoClient(settings, dialled);
            client = made;
            made.setCallback(new PahoEvents(listener, this::end));
            made.connect(PahoMessages.options(settings), null, new Connecting(dialled));
        } catch (MqttException | RuntimeException e) {
            end(Ended.network(PahoMessages.words(e)));
        }
    }

    private final class Connecting implements MqttActionListener {
        private final Wire dialled;

        Connecting(Wire dialled) {
            this.dialled = dialled;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            if (!over.get()) {
                listener.connected(PahoMessages.accepted(token));
            }
        }

        @Override
        public void onFailure(@Nullable IMqttToken token, Throwable exception) {
            end(
                    dialled.isShakenAlone()
                            ? new Ended(Ended.UNWELCOME, PahoMessages.words(exception), null)
                            : PahoMessages.refused(
                                    dialled.greeting(), dialled.failure().orElse(null), exception));
        }
    }

    @Override
    public void publish(Outbound message, long token) {
        PahoClient open = client;
        try {
            if (open != null) {
                open.publish(message.topic(), PahoMessages.message(message), null, new Delivery(listener, over, token));
            }
        } catch (MqttException | RuntimeException e) {
            listener.delivered(token, Ended.NONE);
        }
    }

    @Override
    public void subscribe(List<String> filters) {
        PahoClient open = client;
        int[] qualities = filters.stream().mapToInt(filter -> 1).toArray();
        try {
            if (open != null) {
                open.subscribe(
                        filters.toArray(new String[0]), qualities, null, new PahoMessages.Granting(listener, over));
            }
        } catch (MqttException | RuntimeException e) {
            end(Ended.network(PahoMessages.words(e)));
        }
    }

    /** Paho sends PINGREQ when nothing has come, or gone, for the keep-alive time. */
    @Override
    public void probe() {
        PahoClient open = client;
        try {
            if (open != null) {
                open.checkPing(null, null);
            }
        } catch (MqttException | RuntimeException e) {
            end(Ended.network(PahoMessages.words(e)));
        }
    }

    @Override
    public void disconnect(int reason) {
        PahoClient open = client;
        try {
            if (open != null) {
                open.goodbye(reason, () -> end(Ended.network("said good-bye")));
            }
        } catch (MqttException | RuntimeException e) {
            end(Ended.network(PahoMessages.words(e)));
        }
    }

    @Override
    public void abandon() {
        over.set(true);
        Wire open = wire;
        if (open != null) {
            open.cut();
        }
    }

    private void end(Ended why) {
        if (over.compareAndSet(false, true)) {
            listener.ended(why);
        }
    }
}
