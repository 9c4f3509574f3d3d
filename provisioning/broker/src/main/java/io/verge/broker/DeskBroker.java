package io.verge.broker;

import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * A broker on the loopback interface: MQTT 5, without users, and without a store: what it keeps is gone with it. For a desk and for tests;
 * a city's boxes talk to a broker that is run as one.
 */
public final class DeskBroker implements AutoCloseable {
    private static final String ACCEPTOR = "mqtt";
    private static final String HOST = "127.0.0.1";
    /** It tells of every message; held here, since a logger that nobody holds forgets its level. */
    private static final Logger CHATTER = Logger.getLogger("org.apache.activemq");

    private final EmbeddedActiveMQ artemis;
    private final int port;

    private DeskBroker(EmbeddedActiveMQ artemis, int port) {
        this.artemis = artemis;
        this.port = port;
    }

    /**
     * Starts one; it listens when this returns.
     *
     * @param port on 127.0.0.1, 0 to 65,535; 0 is any that is free
     * @throws IOException when it cannot listen there
     */
    public static DeskBroker start(int port) throws IOException {
        CHATTER.setLevel(Level.SEVERE);
        EmbeddedActiveMQ artemis = new EmbeddedActiveMQ().setConfiguration(configuration(port));
        try {
            artemis.start();
        } catch (Exception e) { // as Artemis declares it
            throw new IOException("no broker on port " + port + ": " + e.getMessage(), e);
        }
        NettyAcceptor acceptor =
                (NettyAcceptor) artemis.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
        if (acceptor == null || acceptor.getActualPort() <= 0) {
            stop(artemis);
            throw new IOException("no broker on port " + port + ": it is taken");
        }
        return new DeskBroker(artemis, acceptor.getActualPort());
    }

    private static Configuration configuration(int port) {
        TransportConfiguration mqtt = new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of(
                        TransportConstants.HOST_PROP_NAME,
                        HOST,
                        TransportConstants.PORT_PROP_NAME,
                        port,
                        TransportConstants.PROTOCOLS_PROP_NAME,
                        "MQTT",
                        TransportConstants.USE_EPOLL_PROP_NAME,
                        false,
                        TransportConstants.USE_KQUEUE_PROP_NAME,
                        false),
                ACCEPTOR);
        return new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                // MQTT knows no message that has been delivered too often: it comes until it is acknowledged.
                .addAddressSetting("#", new AddressSettings().setMaxDeliveryAttempts(-1))
                .addAcceptorConfiguration(mqtt);
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        stop(artemis);
    }

    private static void stop(EmbeddedActiveMQ artemis) throws IOException {
        try {
            artemis.stop();
        } catch (Exception e) { // as Artemis declares it
            throw new IOException("the broker did not stop: " + e.getMessage(), e);
        }
    }
}
